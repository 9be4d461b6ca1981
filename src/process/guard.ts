/** The child's side of `child.ts`. */
import { writeFileSync } from "node:fs";
import { Worker } from "node:worker_threads";

/** Where the system lacks memory it takes that of a child before that of the bot (-1000 to 1000; 0 is usual). */
const OOM_SCORE = 800;

/**
 * Waits for the end of the standard input, which the parent holds open, and kills the process then. A thread of its
 * own: the main one may be deep in a computation that no message, timer or signal handler interrupts. It is plain
 * JavaScript and loads no native addon, which a second thread of a process could not.
 */
const WATCHDOG = `
const { Socket } = require("node:net");
const end = () => process.kill(process.pid, "SIGKILL");
new Socket({ fd: 0, readable: true, writable: false })
  .on("end", end).on("close", end).on("error", end).resume();
`;

/** Ends this process with its parent, whatever it is doing; to be called first in a child that `startChild` started. */
export function endWithParent(): void {
  new Worker(WATCHDOG, { eval: true, execArgv: [] }).unref();
  process.once("disconnect", () => process.exit(0));
  try {
    writeFileSync("/proc/self/oom_score_adj", String(OOM_SCORE));
  } catch {
    // Not on this system.
  }
}
