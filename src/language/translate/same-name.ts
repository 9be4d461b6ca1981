import { fold, hasMarks, remembered, terms } from "../text/index.ts";
import { hanNameForms, hanViet, isPinyinSurname, readingsOf, splitPinyin } from "./han-viet.ts";

/** A name of a person syllable by syllable, in the script in which it is written. */
interface WrittenName {
  readonly script: "han" | "pinyin" | "vi";
  readonly syllables: readonly string[];
}

const MOST_SYLLABLES = 4;
const HAN_NAME = /^\p{Script=Han}{2,4}$/u;

/** True for a name in Chinese characters. */
const isHanName = (name: string): boolean => HAN_NAME.test(name);

const KEPT = 2_000;

/** A name is compared with all others of a register. */
const read = remembered(KEPT, readName);

function readName(name: string): WrittenName {
  if (isHanName(name)) return { script: "han", syllables: [...name] };
  const words = terms(name);
  const folded = words.map((word) => word.folded);
  if (!hasMarks(name) && words.length > 1 && isPinyinSurname(folded[0]!)) {
    const sounds = folded.map(splitPinyin);
    // "Ha Duc Thinh" is Vietnamese, though its first word is a surname in both.
    if (sounds.every((one) => one !== null) && words.length <= 3)
      return { script: "pinyin", syllables: sounds.flat() as string[] };
  }
  return {
    script: "vi",
    syllables: hasMarks(name) ? words.map((word) => word.marked) : folded,
  };
}

/** Sino-Vietnamese readings of a syllable of a name. */
function readings({ script }: WrittenName, syllable: string): readonly string[] {
  if (script === "han") return readingsOf(syllable);
  const { pinyin } = hanViet();
  return (pinyin.get(syllable) ?? []).flatMap(([, own]) => own);
}

function areOneSyllable(a: WrittenName, b: WrittenName, at: number): boolean {
  const [one, other] = [a.syllables[at]!, b.syllables[at]!];
  if (a.script === "han" && b.script === "pinyin")
    return (hanViet().pinyin.get(other) ?? []).some(([char]) => char === one);
  const isMarked = hasMarks(other);
  return readings(a, one).some((reading) => (isMarked ? reading : fold(reading)) === other);
}

/**
 * True where two names of persons in different scripts may be one: 韦国峰, Wei Guofeng, Vi Quốc Phong. Names in one
 * script are compared by their words elsewhere.
 */
export function areOneName(one: string, other: string): boolean {
  // Two Vietnamese names: most of a register.
  if (hasMarks(one) && hasMarks(other)) return false;
  const [a, b] = [read(one), read(other)];
  const order = { han: 0, pinyin: 1, vi: 2 };
  const [first, second] = order[a.script] <= order[b.script] ? [a, b] : [b, a];
  const count = first.syllables.length;
  return (
    first.script !== second.script &&
    count > 1 &&
    count <= MOST_SYLLABLES &&
    count === second.syllables.length &&
    first.syllables.every((_, at) => areOneSyllable(first, second, at))
  );
}

/** The most usual Vietnamese reading of a name in Chinese characters; null for other names. */
export const readingOf = (name: string): string | null =>
  isHanName(name) ? (hanNameForms(name, 1)[0] ?? null) : null;
