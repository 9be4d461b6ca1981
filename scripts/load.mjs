import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

/** The built program: `scripts/build.mjs` makes it. */
export const PROGRAM = fileURLToPath(new URL("../dist/run/program.cjs", import.meta.url));
/** How the names of what V8 compiled of it end. */
export const COMPILED = ".compiled";

/**
 * Loads and runs an entry of the built program. What V8 compiled of it before lies beside it and is taken over where it
 * is of the same Node, flags and text; else all is compiled as it is needed, as ever.
 */
export async function load(entry) {
  const entries = hasSourceMaps() ? createRequire(import.meta.url)(PROGRAM) : compiled();
  await entries[entry]();
  // Expressions are compiled at once for good: most are used often, and compiling them for the interpreter first takes
  // twice as long. Set late, because what Node keeps compiled of its own modules is of the flags that it began with.
  setFlagsFromString("--no-regexp-tier-up");
}

/** Node maps lines back to the sources only in modules that it loads itself. */
function hasSourceMaps() {
  const { execArgv, env } = process;
  return `${execArgv.join(" ")} ${env.NODE_OPTIONS ?? ""}`.includes("--enable-source-maps");
}

function compiled() {
  const text = readFileSync(PROGRAM, "latin1");
  const kept = keptAt(text);
  let cachedData;
  try {
    cachedData = readFileSync(kept);
  } catch {
    // None was made for this Node with these flags.
  }
  const script = new Script(Module.wrap(text), {
    filename: PROGRAM,
    ...(cachedData !== undefined && { cachedData }),
  });
  const module = { exports: {} };
  const require = createRequire(PROGRAM);
  script.runInThisContext()(module.exports, require, module, PROGRAM, dirname(PROGRAM));
  if (process.env.KEEP_COMPILED === "1") process.once("exit", () => keep(script, kept));
  return module.exports;
}

/** V8 compares a text by its length alone: the name tells more. Of the flags in use this one counts for it. */
function keptAt(text) {
  const { execArgv, version, arch } = process;
  const flags = execArgv.filter((flag) => flag.includes("semi-space"));
  const of = createHash("sha1")
    .update(text)
    .update([version, arch, ...flags].join(" "));
  return join(dirname(PROGRAM), `program.${of.digest("hex").slice(0, 16)}${COMPILED}`);
}

function keep(script, path) {
  // Flags are part of what is kept: those that it will be loaded with.
  setFlagsFromString("--regexp-tier-up");
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, script.createCachedData());
  renameSync(draft, path);
}
