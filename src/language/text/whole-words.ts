/** Tests a text, as an expression does. */
export type TextTest = Pick<RegExp, "test">;

/** Those whose bounds nobody needed yet; for the check of all expressions. */
const unbounded = new Set<() => unknown>();

/**
 * Tests whether words stand in a text by themselves: no letter before, none behind. An expression that knows every letter
 * takes a hundred times as long to compile as the words alone, so that these are looked for first, and most are
 * not there.
 *
 * @param source Alternatives, as in an expression; groups are not numbered.
 */
export function wholeWords(source: string, flags: "u" | "iu"): TextTest {
  const words = new RegExp(`(?:${source})`, flags);
  let bounded: RegExp | null = null;
  const bind = () => {
    unbounded.delete(bind);
    bounded ??= new RegExp(`(?<![\\p{L}\\p{M}])(?:${source})(?![\\p{L}\\p{M}])`, flags);
    return bounded;
  };
  unbounded.add(bind);
  return { test: (text) => words.test(text) && bind().test(text) };
}

/** Makes every expression that is only made when it is needed, so that all can be checked. */
export function makeAllExpressions(): void {
  for (const bind of unbounded) bind();
}
