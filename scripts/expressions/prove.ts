import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import {
  check,
  type Parameters,
  type UnknownDiagnostics,
  type VulnerableDiagnostics,
} from "recheck";

/** Null where an expression runs in linear time; else what is wrong with it, in one line. */
export type Finding = string | null;

/** Large alternations are decided, too: the search that stands in for a decision takes them for slow. */
const LIMITS: Parameters = { timeout: 600_000, maxPatternSize: 20_000, maxNFASize: 500_000 };
/** Repetitions of more than this are tried as unbounded ones and as short ones. */
const SMALL = 8;

/**
 * Says whether a regular expression can take more than linear time on any text.
 *
 * Large bounds (`{0,40}`) are no matter of principle but multiply. So an expression is tried first with them taken
 * away, which can only make it slower. If that grows by the square at most (one factor for the text, one for a bound)
 * it is tried with short bounds, and must be linear then.
 */
export async function findGrowth(source: string, flags: string): Promise<Finding> {
  const loose = rebounded(source, (least) => (least === 0 ? "*" : "+"));
  const first = await check(loose, flags, LIMITS);
  if (first.status === "safe") return null;
  if (loose === source) return worded(first);
  const complexity = first.status === "vulnerable" ? first.complexity : null;
  if (complexity?.type !== "polynomial" || complexity.degree > 2)
    return `without its bounds ${worded(first)}`;
  const short = rebounded(source, (least) => `{${least},${least + 3}}`);
  const second = await check(short, flags, LIMITS);
  return second.status === "safe" ? null : worded(second);
}

function worded(found: VulnerableDiagnostics | UnknownDiagnostics): string {
  return found.status === "unknown"
    ? `undecided (${found.error.kind})`
    : `${found.complexity.summary}, for example on ${found.attack.pattern.slice(0, 120)}`;
}

/** The expression with other bounds in place of every large one. */
export function rebounded(source: string, bounds: (least: number) => string): string {
  return source.replace(
    /\\.|\[(?:\\.|[^\\\]])*\]|\{(\d+)(?:,(\d*))?\}/gsu,
    (piece, least: string | undefined, most = least) => {
      if (most === "") return Number(least) > SMALL ? "{4,}" : piece;
      return Number(most ?? 0) > SMALL ? bounds(Math.min(Number(least), 4)) : piece;
    },
  );
}

/** What was proved linear before, kept in a file, as one proof may take seconds: a line for each. */
export class Proofs {
  readonly #path: string;
  readonly #known: ReadonlySet<string>;
  readonly #used = new Set<string>();

  /** @param isFresh True: whatever the file holds is proved again. */
  constructor(path: string, isFresh: boolean) {
    this.#path = path;
    this.#known = new Set(
      isFresh || !existsSync(path) ? [] : readFileSync(path, "utf8").split("\n"),
    );
  }

  /** Finds the growth of an expression, or remembers that there is none. */
  async find(source: string, flags: string): Promise<Finding> {
    const key = createHash("sha256").update(`${flags}/${source}`).digest("base64url");
    const finding = this.#known.has(key) ? null : await findGrowth(source, flags);
    if (finding === null) this.#used.add(key);
    return finding;
  }

  /** Keeps what this run has used; a file that would stay the same is left alone. */
  save(): void {
    const text = [...this.#used]
      .sort()
      .map((key) => `${key}\n`)
      .join("");
    if (existsSync(this.#path) && readFileSync(this.#path, "utf8") === text) return;
    writeFileSync(`${this.#path}.new`, text);
    renameSync(`${this.#path}.new`, this.#path);
  }
}
