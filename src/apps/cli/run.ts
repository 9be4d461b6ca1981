import { CommanderError } from "commander";
import { maskSecrets } from "../../log/index.ts";
import { note, UsageError } from "./io.ts";
import { createProgram } from "./program.ts";

/** Tells an error on stderr; commander has told its own already. @returns The exit code. */
export function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  note(`error: ${maskSecrets(message)}`);
  if (!(error instanceof UsageError)) return 1;
  process.stderr.write("Add --help for usage.\n");
  return 2;
}

/**
 * Runs one command.
 *
 * @param args What stands behind the program's name.
 * @returns The exit code: 0 done, 1 failed, 2 wrong usage. Errors are told on stderr.
 */
export async function run(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  try {
    const program = createProgram((code) => {
      exitCode = code;
    });
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    return report(error);
  }
  return exitCode;
}
