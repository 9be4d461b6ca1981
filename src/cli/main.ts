import { CommanderError } from "commander";
import { guardOutput } from "../log/guard-output.ts";
import { maskSecrets } from "../log/mask.ts";
import { endWithReader, UsageError } from "./io.ts";
import { createProgram } from "./program.ts";

/** Exit code for an error, after telling it on stderr; commander has told its own already. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`error: ${maskSecrets(message)}\n`);
  if (!(error instanceof UsageError)) return 1;
  process.stderr.write("Add --help for usage.\n");
  return 2;
}

guardOutput();
process.on("uncaughtException", (error) => process.exit(report(error)));
endWithReader();
try {
  const program = createProgram((exitCode) => {
    process.exitCode = exitCode;
  });
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
