import {
  type CharacterSet,
  CharacterSets,
  flat,
  isEdge,
  opens,
  type Piece,
  parsePattern,
} from "./pattern.ts";

/**
 * The steps that one start of a match may take, at most. The bound adds up what no one text can bring about together,
 * so that it lies far above what an attack would reach; a larger one asks for smaller bounds in the expression.
 */
const MOST_STEPS = 1_000_000;
/** Pairs of pieces that are compared to tell whether one text can begin with two things. */
const MOST_LOOKS = 5_000;

/** `factor` times the length of the text to the power of `degree`. */
interface Count {
  readonly factor: number;
  readonly degree: number;
}

const ONE: Count = { factor: 1, degree: 0 };
const NONE: Count = { factor: 0, degree: 0 };
const ENDLESS: Count = { factor: Infinity, degree: Infinity };
const times = (one: Count, other: Count): Count =>
  one.factor === 0 || other.factor === 0
    ? NONE
    : { factor: one.factor * other.factor, degree: one.degree + other.degree };
const plus = (one: Count, other: Count): Count => ({
  factor: one.factor + other.factor,
  degree: Math.max(one.degree, other.degree),
});
const larger = (one: Count, other: Count): Count =>
  one.degree > other.degree || (one.degree === other.degree && one.factor > other.factor)
    ? one
    : other;

/** In how many ways a piece may match from one place, and in how many steps all of them are tried. */
interface Cost {
  readonly ways: Count;
  readonly steps: Count;
}

/** How a piece may begin. */
interface Head {
  readonly set: CharacterSet;
  readonly canBeEmpty: boolean;
  /** The steps in which it is found not to begin here. */
  readonly tests: number;
}

/**
 * True: from its shape alone, an expression takes steps at most in proportion to the length of the text. False: that
 * is not seen here. Counted are the ways of backtracking: a repetition that ends only where what follows begins has one.
 */
export function isBounded(source: string, flags: string): boolean {
  const steps = new Counting(flags).stepsOf(parsePattern(source, flags));
  return steps.degree <= 1 && steps.factor <= MOST_STEPS;
}

const shared = new Map<string, CharacterSets>();

class Counting {
  readonly #sets: CharacterSets;
  readonly #isLineWise: boolean;
  /** Each piece is matched in one direction only. */
  readonly #heads = new Map<Piece, Head>();

  constructor(flags: string) {
    const key = flags.replace(/[^isuv]/gu, "");
    this.#sets = shared.get(key) ?? new CharacterSets(key);
    shared.set(key, this.#sets);
    this.#isLineWise = flags.includes("m");
  }

  stepsOf(pattern: Piece): Count {
    const end: Head = { set: this.#sets.empty, canBeEmpty: false, tests: 0 };
    const choices = pattern.kind === "choice" ? pattern.choices : [pattern];
    return choices
      .map((choice) => {
        const pieces = flat(choice, false);
        const isOnce = !this.#isLineWise && isEdge(pieces[0], "^");
        const { steps } = this.#sequence(pieces, end, false, true);
        return isOnce ? steps : times(steps, { factor: 1, degree: 1 });
      })
      .reduce(plus);
  }

  /** @param isStart True: the pieces begin the expression, so that a guard before them holds for all starts. */
  #sequence(pieces: readonly Piece[], follow: Head, back: boolean, isStart = false): Cost {
    let ways = ONE;
    let steps = NONE;
    for (const [i, piece] of pieces.entries()) {
      const rest = pieces.slice(i + 1);
      const cost = this.#cost(piece, this.#headOf(rest, follow, back), back, rest);
      const guard = isStart && i === 1 ? pieces[0] : undefined;
      // A run that starts only where none of its characters stands before is met by one start.
      const isRun =
        piece.kind === "repeat" &&
        cost.ways.degree === 0 &&
        piece.piece.kind === "characters" &&
        guard?.kind === "look" &&
        guard.back &&
        guard.not &&
        guard.piece.kind === "characters" &&
        this.#sets.isWithin(this.#sets.of(piece.piece.written), this.#sets.of(guard.piece.written));
      steps = plus(
        steps,
        times(ways, isRun ? { factor: cost.steps.factor, degree: 0 } : cost.steps),
      );
      ways = times(ways, cost.ways);
    }
    return { ways, steps };
  }

  #cost(piece: Piece, follow: Head, back: boolean, rest: readonly Piece[]): Cost {
    switch (piece.kind) {
      case "characters":
      case "edge":
        return { ways: ONE, steps: ONE };
      case "again":
        return { ways: ONE, steps: { factor: 1, degree: 1 } };
      case "look": {
        const end: Head = { set: this.#sets.empty, canBeEmpty: false, tests: 0 };
        const inner = flat(piece.piece, piece.back);
        return { ways: ONE, steps: plus(ONE, this.#sequence(inner, end, piece.back).steps) };
      }
      case "sequence":
        return this.#sequence(flat(piece, back), follow, back);
      case "choice":
        return this.#choice(piece.choices, follow, back);
      case "repeat":
        return this.#repeat(piece, follow, back, rest);
    }
  }

  #choice(choices: readonly Piece[], follow: Head, back: boolean): Cost {
    const all = choices.map((choice) => {
      const pieces = flat(choice, back);
      return { pieces, head: this.#headOf(pieces, follow, back) };
    });
    const costs = all.map(({ pieces }) => this.#sequence(pieces, follow, back));
    let ways = NONE;
    let steps = NONE;
    for (const one of all) {
      let waysBeside = NONE;
      let stepsBeside = NONE;
      for (const [i, other] of all.entries()) {
        if (one !== other && this.#sets.areApart(one.head.set, other.head.set)) continue;
        stepsBeside = plus(stepsBeside, costs[i]!.steps);
        if (one === other || !this.#areApart(one.pieces, other.pieces, follow, back))
          waysBeside = plus(waysBeside, costs[i]!.ways);
      }
      ways = larger(ways, waysBeside);
      steps = larger(steps, stepsBeside);
    }
    return { ways, steps: plus(steps, { factor: choices.length, degree: 0 }) };
  }

  /** Whether surely no text begins with both. */
  #areApart(
    one: readonly Piece[],
    other: readonly Piece[],
    follow: Head,
    back: boolean,
    otherFollow = follow,
  ): boolean {
    const pending: (readonly [readonly Piece[], readonly Piece[]])[] = [[one, other]];
    for (let looked = 0; pending.length > 0; looked += 1) {
      if (looked > MOST_LOOKS) return false;
      const [left, right] = pending.pop()!;
      const ends = [this.#headOf(left, follow, back), this.#headOf(right, otherFollow, back)];
      if (!ends.some((end) => end.canBeEmpty) && this.#sets.areApart(ends[0]!.set, ends[1]!.set))
        continue;
      const [first, ...rest] = left;
      const [otherFirst, ...otherRest] = right;
      if (first === undefined || otherFirst === undefined) return false;
      const opened = opens(first, rest, back);
      const otherOpened = opens(otherFirst, otherRest, back);
      if (opened !== null) pending.push(...opened.map((way) => [way, right] as const));
      else if (otherOpened !== null)
        pending.push(...otherOpened.map((way) => [left, way] as const));
      else if (first.kind !== "characters" || otherFirst.kind !== "characters") return false;
      // As their heads meet, both may match the same character.
      else pending.push([rest, otherRest]);
    }
    return true;
  }

  #repeat(
    { piece, least, most }: Piece & { kind: "repeat" },
    follow: Head,
    back: boolean,
    rest: readonly Piece[],
  ): Cost {
    const pieces = flat(piece, back);
    const own = this.#headOf(pieces, follow, back);
    const next: Head = {
      set: this.#sets.union(own.set, follow.set),
      canBeEmpty: follow.canBeEmpty,
      tests: own.tests + follow.tests,
    };
    const one = this.#sequence(pieces, next, back);
    if (most === Infinity && (own.canBeEmpty || larger(one.ways, ONE) !== ONE))
      return { ways: ENDLESS, steps: ENDLESS };
    const rounds: Count =
      most === Infinity ? { factor: 1, degree: 1 } : { factor: most, degree: 0 };
    const isOneWay =
      least === most ||
      (!own.canBeEmpty &&
        ((!follow.canBeEmpty && this.#sets.areApart(own.set, follow.set)) ||
          this.#areApart(pieces, rest, next, back, follow) ||
          this.#endsRun(piece, rest, back)));
    if (one.ways.factor <= 1 && one.ways.degree === 0) {
      const ends = { factor: isOneWay ? 1 : most - least + 1, degree: 0 };
      return {
        ways: isOneWay ? ONE : most === Infinity ? rounds : ends,
        steps: plus(times(rounds, plus(one.steps, { factor: 1 + follow.tests, degree: 0 })), ONE),
      };
    }
    let ways = least === 0 ? ONE : NONE;
    let steps = ONE;
    let here = ONE;
    for (let round = 1; round <= most; round += 1) {
      steps = plus(steps, times(here, one.steps));
      here = times(here, one.ways);
      if (round >= least) ways = isOneWay ? larger(ways, here) : plus(ways, here);
      if (here.factor > MOST_STEPS) return { ways: ENDLESS, steps: ENDLESS };
    }
    return { ways, steps };
  }

  /** Whether what comes next can hold only behind the last character of a run: `\p{L}+(?!\p{L})`, `\s+$`, `(?:a |b )*(?!a |b )`. */
  #endsRun(piece: Piece, rest: readonly Piece[], back: boolean): boolean {
    const [next] = rest;
    if (next === undefined) return false;
    const isForbidden = next.kind === "look" && next.not && next.back === back;
    if (isForbidden && JSON.stringify(next.piece) === JSON.stringify(piece)) return true;
    if (piece.kind !== "characters") return false;
    if (!this.#isLineWise && isEdge(next, back ? "^" : "$")) return true;
    return (
      isForbidden &&
      next.piece.kind === "characters" &&
      this.#sets.isWithin(this.#sets.of(piece.written), this.#sets.of(next.piece.written))
    );
  }

  #headOf(pieces: readonly Piece[], follow: Head, back: boolean): Head {
    const sets = this.#sets;
    let set = sets.empty;
    let tests = 0;
    // What a "not before …" on the way forbids: `\p{L}{1,9}(?!\p{L})`.
    let forbidden = sets.empty;
    const add = (head: Head): void => {
      set = sets.union(set, sets.without(head.set, forbidden));
      tests += head.tests;
    };
    for (const piece of pieces) {
      const head = this.#head(piece, back);
      add(head);
      if (!head.canBeEmpty) return { set, tests, canBeEmpty: false };
      if (piece.kind === "look" && piece.not && piece.back === back)
        if (piece.piece.kind === "characters")
          forbidden = sets.union(forbidden, sets.of(piece.piece.written));
    }
    add(follow);
    return { set, tests, canBeEmpty: follow.canBeEmpty };
  }

  #head(piece: Piece, back: boolean): Head {
    const known = this.#heads.get(piece);
    if (known !== undefined) return known;
    const head = this.#newHead(piece, back);
    this.#heads.set(piece, head);
    return head;
  }

  #newHead(piece: Piece, back: boolean): Head {
    const { empty } = this.#sets;
    const nothing: Head = { set: empty, tests: 0, canBeEmpty: true };
    switch (piece.kind) {
      case "characters":
        return { set: this.#sets.of(piece.written), tests: 1, canBeEmpty: false };
      case "edge":
        return { set: empty, tests: 1, canBeEmpty: true };
      case "look": {
        const { steps } = this.#cost(piece, nothing, back, []);
        return { set: empty, tests: steps.degree > 0 ? Infinity : steps.factor, canBeEmpty: true };
      }
      case "again":
        return { set: this.#sets.of("[^]"), tests: 1, canBeEmpty: true };
      case "sequence":
        return this.#headOf(flat(piece, back), nothing, back);
      case "choice":
        return piece.choices
          .map((choice) => this.#headOf(flat(choice, back), nothing, back))
          .reduce((one, other) => ({
            set: this.#sets.union(one.set, other.set),
            tests: one.tests + other.tests,
            canBeEmpty: one.canBeEmpty || other.canBeEmpty,
          }));
      case "repeat": {
        const head = this.#headOf(flat(piece.piece, back), nothing, back);
        return piece.least === 0 ? { ...head, canBeEmpty: true } : head;
      }
    }
  }
}
