import { once } from "node:events";
import { Presets, SingleBar } from "cli-progress";
import type { BuildPhase, BuildProgress } from "../../model/index.ts";

/** Shows how far a build is, on stderr. */
export interface ProgressBar {
  update(progress: BuildProgress): void;
  stop(): void;
}

/**
 * A progress bar on stderr; silent where stderr is no terminal.
 *
 * @param names What each phase is called.
 */
export function progressBar(names: Readonly<Record<BuildPhase, string>>): ProgressBar {
  if (process.stderr.isTTY !== true) return { update: () => {}, stop: () => {} };
  const format = "{bar} {percentage}% | {phase} | {value}/{total}";
  const bar = new SingleBar({ format, hideCursor: true }, Presets.shades_classic);
  let shown: BuildPhase | null = null;
  return {
    update({ phase, done, total }) {
      // One bar a phase, each on the same line.
      if (phase === shown) bar.update(done);
      else bar.start(total, done, { phase: names[phase] });
      shown = phase;
    },
    stop: () => bar.stop(),
  };
}

/** Wrong usage; ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Writes to stdout and waits while the reader is slow. */
export async function print(text: string | Uint8Array): Promise<void> {
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

/** Characters that take two columns: Han, kana, hangul and full-width forms. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;
const NO_WIDTH = /\p{M}/u;

/** Columns that a text takes in a terminal. */
export function columns(text: string): number {
  let sum = 0;
  for (const ch of text) sum += NO_WIDTH.test(ch) ? 0 : WIDE.test(ch) ? 2 : 1;
  return sum;
}

/** Fills a text with spaces up to a width. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}

/** The longest start of a text that fits into a width. */
function head(text: string, width: number): string {
  let sum = 0;
  let end = 0;
  for (const ch of text) {
    sum += columns(ch);
    if (sum > width) break;
    end += ch.length;
  }
  return text.slice(0, end);
}

/** Cuts a text that is too long for a width, with an ellipsis. */
export function cut(text: string, width: number): string {
  return columns(text) <= width ? text : `${head(text, width - 1)}…`;
}

/** Breaks a text between words into lines of at most `width` columns (at least 2); a longer word is broken. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/u)) {
    let rest = word;
    const joined = line === "" ? rest : `${line} ${rest}`;
    if (columns(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    while (columns(rest) > width) {
      const part = head(rest, width);
      lines.push(part);
      rest = rest.slice(part.length);
    }
    line = rest;
  }
  if (line !== "") lines.push(line);
  return lines;
}

// Control characters but for tab and line break; marks that turn the direction of what follows (UAX #9).
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/** Articles, questions and file names are other people's text: no character in it may steer the terminal. */
export function printable(text: string): string {
  return text.replace(STEERING, " ");
}

/** The name of a file or folder on one line: it may hold anything but a zero byte. */
export function printableName(name: string): string {
  return printable(name.replace(/[\t\n\u2028\u2029]/gu, " "));
}
