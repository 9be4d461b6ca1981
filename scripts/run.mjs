import { fileURLToPath } from "node:url";
import { build, isBuilt } from "./build.mjs";
import { load } from "./load.mjs";

/** Runs the program (`main`) or a command (`cli …`) as it was built: `node scripts/run.mjs main|cli [ARGUMENT…]`. */
const [, , entry] = process.argv;
if (!isBuilt()) await build();
process.argv.splice(1, 2, fileURLToPath(new URL(`../dist/run/${entry}.js`, import.meta.url)));
await load(entry);
