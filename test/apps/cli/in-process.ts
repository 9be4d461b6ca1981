import { vi } from "vitest";
import { run } from "../../../src/apps/cli/program.ts";

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where a stream's text goes for as long as `use` runs. */
async function captured(
  stream: NodeJS.WriteStream,
  take: (text: string) => void,
  use: () => Promise<number>,
): Promise<number> {
  const spy = vi.spyOn(stream, "write").mockImplementation((chunk) => {
    take(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString());
    return true;
  });
  return await use().finally(() => spy.mockRestore());
}

/** Commands take settings and output from the process, so they run one after another. */
let last: Promise<unknown> = Promise.resolve();

/** Runs a command as its process would, without starting one: for all that is not the process itself. */
export function cliInProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const ended = last.then(() => runAlone(args, env));
  last = ended;
  return ended;
}

async function runAlone(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const before = process.env;
  // An empty value keeps a developer's .env out.
  process.env = { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, BOT_TOKEN: "", ...env };
  let stdout = "";
  let stderr = "";
  const addOut = (text: string) => {
    stdout += text;
  };
  const addError = (text: string) => {
    stderr += text;
  };
  try {
    const code = await captured(process.stdout, addOut, () =>
      captured(process.stderr, addError, () => run(args)),
    );
    return { code, stdout, stderr };
  } finally {
    process.env = before;
  }
}
