import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";

/** The program as a user starts it, with nothing of this process's environment but the path. */
export function startProgram(
  env: Readonly<Record<string, string>>,
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ["scripts/run.mjs", "main"], {
    // An empty value keeps a developer's .env out.
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, BOT_TOKEN: "", ...env },
  });
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Collects what a program writes until it ends. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (data) => {
    stdout += data;
  });
  child.stderr.setEncoding("utf8").on("data", (data) => {
    stderr += data;
  });
  const [code] = await once(child, "close");
  return { code, stdout, stderr };
}

/** Runs the program with `input` on stdin. */
export async function run(env: Readonly<Record<string, string>>, input = ""): Promise<Ended> {
  const child = startProgram(env);
  // A program that ends before it has read everything is not this test's fault.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return await ended(child);
}
