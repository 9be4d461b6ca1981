import { maskSecrets } from "./mask.ts";

/**
 * Masks secrets in everything that this process says on stderr: also in what libraries write to the
 * console by themselves, in warnings and in the last words before an end.
 */
export function guardOutput(): void {
  const write = process.stderr.write.bind(process.stderr) as (...args: unknown[]) => boolean;
  process.stderr.write = (chunk: unknown, ...rest: unknown[]) =>
    write(typeof chunk === "string" ? maskSecrets(chunk) : chunk, ...rest);
}
