import { FOLDED_PLACES, KNOWN_PLACES } from "../../language/names/index.ts";
import {
  fold,
  hasMarks,
  isSyllableShaped,
  stripMarks,
  type Term,
  terms,
} from "../../language/text/index.ts";
import { findQuestionWords, isStopWord } from "./question-words.ts";

/** What the words of a question are held against. */
export interface KnownWords {
  /** In how many chunks each folded word stands. */
  frequencies(words: readonly string[]): ReadonlyMap<string, number>;
  /** True where folded syllables stand side by side in the corpus. */
  together(syllables: readonly string[]): boolean;
  /** In about how many chunks they do, as far as that is counted. */
  chunksWith(syllables: readonly string[]): number;
  /** True for a syllable with marks that the language has. */
  isWord(marked: string): boolean;
}

/** A question with its misspelt words put right. */
interface Spelled {
  readonly text: string;
  /** The words that were taken for others, as they are meant, where that is not sure. */
  readonly guess: string | null;
}

/** Shorter words are right with any letter. */
const LEAST_LETTERS = 3;
/** Misspelt words put right in one question; more of them are another language. */
const MOST_REPAIRS = 3;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** Letters of a foreign word from which one wrong letter leaves no doubt. */
const LEAST_FOREIGN = 5;
/** Words that say what is wanted; the corpus need not hold them. */
const ASKING = new Set(
  "liet ke ten danh sach thong diem lai cho hoi biet tom tat giup lan luot nhat gan moi dau tien bao nhieu".split(
    " ",
  ),
);

/**
 * Puts wrong letters of a Vietnamese question right: a word that the corpus doesn't hold becomes the one
 * that is a letter away and stands beside the same neighbour there. Marks that make no word are dropped
 * throughout, as none of them can be relied on then.
 */
export function spell(text: string, known: KnownWords): Spelled {
  const list = terms(text);
  const wrongMarks = list.some(
    ({ marked, folded }) => hasMarks(marked) && isSyllableShaped(folded) && !known.isWord(marked),
  );
  const even = withPlaces(wrongMarks ? stripMarks(text) : text, known);
  const repaired = withLetters(even, terms(even), known);
  return repaired ?? { text: even, guess: null };
}

/** Places of two and three words by their initials: LS, QT. */
const BY_INITIALS = new Map<string, string[]>();
for (const name of KNOWN_PLACES) {
  const words = name.split(" ");
  if (words.length < 2 || words.length > 3) continue;
  const initials = words.map((word) => fold(word)[0]).join("");
  BY_INITIALS.set(initials, [...(BY_INITIALS.get(initials) ?? []), name]);
}
/** Initials that mean something else: chủ tịch, bí thư, họp báo … */
const NO_PLACE = new Set(
  "ct bt hd tp tx ub vn tq bn nt dn pt hn db th kt gd cn dt ld bs ts gs qh tt vp tu hv ta".split(
    " ",
  ),
);

/** Places that are typed by their initials, as those of the corpus: "Bí thư LS" → Bí thư Lạng Sơn. */
function withPlaces(text: string, known: KnownWords): string {
  const marked = hasMarks(text);
  let out = "";
  let at = 0;
  for (const { folded, start, end } of terms(text)) {
    const written = text.slice(start, end);
    const isInitials =
      written === written.toUpperCase()
        ? /^\p{Lu}{2,3}$/u.test(written)
        : !isSyllableShaped(folded);
    const names = isInitials && !NO_PLACE.has(folded) ? (BY_INITIALS.get(folded) ?? []) : [];
    const counted = names
      .map((name) => ({ name, count: known.chunksWith(fold(name).split(" ")) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
    const place = counted[0]?.name.replace(/(?<!\p{L})\p{L}/gu, (first) => first.toUpperCase());
    if (place === undefined) continue;
    out += `${text.slice(at, start)}${marked ? place : fold(place)}`;
    at = end;
  }
  return out + text.slice(at);
}

function withLetters(text: string, list: readonly Term[], known: KnownWords): Spelled | null {
  const unmarked = !hasMarks(text);
  const folded = list.map((term) => term.folded);
  const held = known.frequencies([...new Set(folded)]);
  const inPlace = new Set<number>();
  for (let i = 0; i < folded.length; i++)
    for (let n = FOLDED_PLACES.longestAt(folded, i); n > 0; n--) inPlace.add(i + n - 1);
  const asking = findQuestionWords(list, unmarked);
  const wrong = list.flatMap((term, i) => {
    const isOdd =
      !asking.some(({ from, to }) => from <= i && i < to) &&
      term.folded.length >= LEAST_LETTERS &&
      /^[a-z]+$/u.test(term.folded) &&
      (held.get(term.folded) ?? 0) === 0 &&
      !inPlace.has(i) &&
      !isStopWord(term, unmarked) &&
      !ASKING.has(term.folded) &&
      // A word of the language that the corpus lacks is right, and asks for what is not there.
      !(isSyllableShaped(term.folded) && known.isWord(term.marked) && !isCapital(text, term));
    return isOdd ? [i] : [];
  });
  if (wrong.length === 0 || wrong.length > MOST_REPAIRS) return null;
  let out = text;
  let changed = false;
  let sure = true;
  const meant: string[] = [];
  for (const i of [...wrong].reverse()) {
    const found = nearWords(folded, i, known);
    if (found.length === 0) continue;
    changed = true;
    sure &&= found.length === 1;
    const { start, end } = list[i]!;
    const best = found[0]!;
    out = `${out.slice(0, start)}${isCapital(text, list[i]!) ? best[0]!.toUpperCase() + best.slice(1) : best}${out.slice(end)}`;
    meant.unshift([folded[i - 1], best].filter(Boolean).join(" "));
  }
  if (!changed) return null;
  return { text: stripMarks(out), guess: sure ? null : meant.join(", ") };
}

const isCapital = (text: string, { start }: Term) => /^\p{Lu}/u.test(text.slice(start));

/** Words a letter away from the one at `at` that stand beside its neighbour in the corpus, commonest first. */
function nearWords(words: readonly string[], at: number, known: KnownWords): string[] {
  const isForeign = words[at]!.length >= LEAST_FOREIGN && !isSyllableShaped(words[at]!);
  const near = [...oneLetterAway(words[at]!)].filter((word) => isForeign || isSyllableShaped(word));
  const frequency = known.frequencies(near);
  const beside = (word: string) =>
    // A long foreign name is itself by one letter less.
    (isForeign && !isSyllableShaped(word)) ||
    [
      [words[at - 1], word],
      [word, words[at + 1]],
    ].some(
      (pair) => pair[0] !== undefined && pair[1] !== undefined && known.together(pair as string[]),
    );
  return near
    .filter((word) => (frequency.get(word) ?? 0) > 0 && beside(word))
    .sort((a, b) => (frequency.get(b) ?? 0) - (frequency.get(a) ?? 0));
}

/** All words with one letter more, less, another, or two neighbours exchanged. */
export function oneLetterAway(word: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 0; i <= word.length; i++) {
    const [head, tail] = [word.slice(0, i), word.slice(i)];
    for (const letter of LETTERS) {
      found.add(`${head}${letter}${tail}`);
      if (tail !== "") found.add(`${head}${letter}${tail.slice(1)}`);
    }
    if (tail !== "") found.add(`${head}${tail.slice(1)}`);
    if (tail.length > 1) found.add(`${head}${tail[1]}${tail[0]}${tail.slice(2)}`);
  }
  found.delete(word);
  return found;
}
