import { once } from "node:events";
import { printable } from "../terminal/printable.ts";

/** Wrong usage; ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Writes to stdout and waits while the reader is slow. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/** Writes a line to stdout, without characters that steer a terminal, and waits while the reader is slow. */
export async function printLine(line: string): Promise<void> {
  await print(`${printable(line)}\n`);
}

/** The same for a line that holds marks of ours for bold type, and no others. */
export async function printStyled(line: string): Promise<void> {
  await print(`${line}\n`);
}

/** Writes a line to stderr, without characters that steer a terminal. */
export function note(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}

/** Ends quietly when the reader of stdout has seen enough (`… | head`). */
export function endWithReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(process.exitCode ?? 0);
  });
}
