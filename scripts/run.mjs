import { fileURLToPath } from "node:url";
import { build, isBuilt } from "./build.mjs";

/** Runs the program (`main`) or a command (`cli …`) as it was built: `node scripts/run.mjs main|cli [ARGUMENT…]`. */
const [, , entry] = process.argv;
if (!isBuilt()) await build();
const file = new URL(`../dist/run/${entry}.js`, import.meta.url);
process.argv.splice(1, 2, fileURLToPath(file));
await import(file.href);
