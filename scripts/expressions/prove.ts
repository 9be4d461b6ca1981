import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import {
  check,
  type Diagnostics,
  type Parameters,
  type UnknownDiagnostics,
  type VulnerableDiagnostics,
} from "recheck";
import { isBounded } from "./bounded.ts";

/** Null where an expression runs in linear time; else what is wrong with it, in one line. */
type Finding = string | null;

/**
 * The search is bounded by what it reads, never by time: its result is the same on every machine. Large expressions go
 * to the search that stands in for a decision, where the decision would need a larger automaton.
 */
const LIMITS: Parameters = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  attackLimit: 300_000_000,
  maxPatternSize: 20_000,
  maxNFASize: 35_000,
};
/** Repetitions of more than this are tried as unbounded ones and as short ones. */
const SMALL = 8;

/**
 * Says whether a regular expression can take more than linear time on any text.
 *
 * Most are bounded by their shape (`isBounded`); the others are searched. Large bounds (`{0,40}`) are no matter of
 * principle but multiply. So an expression is tried first with them taken away, which can only make it slower. If that
 * grows by the square at most (one factor for the text, one for a bound) it is tried with short bounds, and must be
 * linear then.
 */
async function findGrowth(source: string, flags: string): Promise<Finding> {
  if (isBounded(source, flags)) return null;
  const loose = rebounded(source, (least) => (least === 0 ? "*" : "+"));
  const first = await check(loose, flags, LIMITS);
  if (isLinear(first, loose, flags)) return null;
  if (loose === source) return worded(first);
  const complexity = first.status === "vulnerable" ? first.complexity : null;
  if (complexity?.type !== "polynomial" || complexity.degree > 2)
    return `without its bounds ${worded(first)}`;
  const short = rebounded(source, (least) => `{${least},${least + 3}}`);
  const second = await check(short, flags, LIMITS);
  return isLinear(second, short, flags) ? null : worded(second);
}

/** Lengths of text between which an attack must show: 64 times the time for the square, 8 times where it is none. */
const TRIALS = [
  [250, 2_000],
  [8_000, 64_000],
] as const;
const MOST_GROWTH = 24;
const LEAST_MS = 0.1;

/**
 * Expressions with lookarounds are not decided but searched for an attack by counted steps, which takes a large
 * alternation for slow. What that search finds is tried on the engine at hand, and counts where its time grows.
 */
function isLinear(
  found: Diagnostics,
  source: string,
  flags: string,
): found is Exclude<Diagnostics, VulnerableDiagnostics | UnknownDiagnostics> {
  if (found.status !== "vulnerable" || found.checker !== "fuzz") return found.status === "safe";
  if (found.complexity.type !== "polynomial") return false;
  const { pumps, suffix } = found.attack;
  const pattern = new RegExp(source, flags);
  const cost = (characters: number): number => {
    const pumped = pumps.reduce((all, { pump }) => all + pump.length, 0);
    const times = Math.max(1, Math.round(characters / Math.max(pumped, 1)));
    const text = pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join("") + suffix;
    const rounds = [0, 1, 2, 3, 4].map(() => {
      pattern.lastIndex = 0;
      const start = performance.now();
      pattern.exec(text);
      return performance.now() - start;
    });
    return Math.max(LEAST_MS, Math.min(...rounds));
  };
  return TRIALS.every(([few, many]) => cost(many) / cost(few) < MOST_GROWTH);
}

function worded(found: VulnerableDiagnostics | UnknownDiagnostics): string {
  return found.status === "unknown"
    ? `undecided (${found.error.kind})`
    : `${found.complexity.summary}, for example on ${found.attack.pattern.slice(0, 120)}`;
}

/** The expression with other bounds in place of every large one. */
function rebounded(source: string, bounds: (least: number) => string): string {
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
  readonly #known: ReadonlySet<string>;
  readonly #used = new Set<string>();

  /** @param isFresh True: whatever the file holds is proved again. */
  constructor(
    private readonly path: string,
    isFresh: boolean,
  ) {
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
    if (existsSync(this.path) && readFileSync(this.path, "utf8") === text) return;
    writeFileSync(`${this.path}.new`, text);
    renameSync(`${this.path}.new`, this.path);
  }
}
