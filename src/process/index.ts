/**
 * Child processes that do what may never end or take all memory: reading files of other people. Each knows only a
 * listed environment, ends with its parent (`endWithParent`, its side of this), and may be killed at any moment.
 */

import { type ChildProcess, fork, type SerializationType } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

/** What a child may know of the environment: where things are, and how the net is reached; no secrets. */
const ENVIRONMENT = [
  "PATH",
  "HOME",
  "TMPDIR",
  "TEMP",
  "TMP",
  "SystemRoot",
  "LANG",
  "TZ",
  "NODE_EXTRA_CA_CERTS",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "PGSSLMODE",
  "PGPASSFILE",
];

/** How often the memory of a child is looked at; one that unpacks a gigabyte a second gains 50 MB meanwhile. */
const MEMORY_CHECK_MS = 50;

/** Whether this is the built program (`scripts/build.mjs`), whose entries stand beside each other as JavaScript. */
const IS_BUILT = !import.meta.url.endsWith(".ts");
const tsx = () => pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

interface ChildOptions {
  /** The module that the child runs, by its source's name; its first act is `endWithParent`. */
  readonly entry: URL;
  /** Limit of its JavaScript heap in MB; absent: Node's own. */
  readonly maxHeapMb?: number;
  /** Whether what it prints to stderr is shown; a library's own words would mix with a command's. */
  readonly stderr: "inherit" | "ignore";
  readonly serialization?: SerializationType;
}

/** Starts a child process that talks by messages. */
export function startChild({
  entry,
  maxHeapMb,
  stderr,
  serialization,
}: ChildOptions): ChildProcess {
  const heap = maxHeapMb === undefined ? [] : [`--max-old-space-size=${maxHeapMb}`];
  const known = ENVIRONMENT.filter((name) => process.env[name] !== undefined);
  const file = fileURLToPath(entry);
  const child = fork(IS_BUILT ? file.replace(/\.ts$/u, ".js") : file, {
    execArgv: IS_BUILT ? heap : [...heap, "--import", tsx()],
    env: Object.fromEntries(known.map((name) => [name, process.env[name]])),
    ...(serialization === undefined ? {} : { serialization }),
    // Nothing is ever written to its input: that it ends tells the child that its parent has.
    stdio: ["pipe", "ignore", stderr, "ipc"],
  });
  child.stdin?.on("error", () => {});
  return child;
}

/**
 * Starts a thread that runs a module of ours, by its source's name. What it loads must not hold a native addon: a
 * second thread of a process cannot load one.
 */
export function startThread(entry: URL, data: unknown, transfer: readonly Transferable[]): Worker {
  const options = { workerData: data, transferList: [...transfer], execArgv: [] };
  if (IS_BUILT) return new Worker(fileURLToPath(entry).replace(/\.ts$/u, ".js"), options);
  // The twin of what `require` would get.
  const api = createRequire(import.meta.url)
    .resolve("tsx/esm/api")
    .replace(/\.cjs$/u, ".mjs");
  const [from, file] = [pathToFileURL(api).href, entry.href].map((url) => JSON.stringify(url));
  const load = `import(${from}).then(({ tsImport }) => tsImport(${file}, ${file}))`;
  return new Worker(load, { ...options, eval: true });
}

type Transferable = NonNullable<WorkerOptions["transferList"]>[number];

/** Resident memory of a process in MB, or null where the system does not tell (it does on Linux). */
export function residentMb(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "latin1");
    const kilobytes = /^VmRSS:\s{0,20}(\d{1,15})/mu.exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

/**
 * Watches the resident memory of a child: the limit of its heap does not bound the buffers that it unpacks into.
 *
 * @param limitMb Above it `onOver` is called, once.
 * @returns Ends the watch.
 */
export function watchMemory(child: ChildProcess, limitMb: number, onOver: () => void): () => void {
  const timer = setInterval(() => {
    if ((residentMb(child.pid) ?? 0) <= limitMb) return;
    clearInterval(timer);
    onOver();
  }, MEMORY_CHECK_MS);
  timer.unref();
  child.once("exit", () => clearInterval(timer));
  return () => clearInterval(timer);
}

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
