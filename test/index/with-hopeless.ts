/** Loaded into a process, or imported by a test: what it forks reads as `hopeless.ts` says. */
import children from "node:child_process";
import { syncBuiltinESMExports } from "node:module";

const { fork } = children;
const preload = new URL("./hopeless.ts", import.meta.url).href;
let forks = 0;
children.fork = ((path: string, options: children.ForkOptions) => {
  forks += 1;
  return fork(path, { ...options, execArgv: [...(options.execArgv ?? []), "--import", preload] });
}) as typeof fork;
syncBuiltinESMExports();

/** How many processes were forked so far. */
export const forked = (): number => forks;
