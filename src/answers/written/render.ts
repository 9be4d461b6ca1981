import { foldAligned } from "../../language/text/index.ts";
import { renderBeside } from "../../language/translate/index.ts";
import type { Language } from "../../model/index.ts";
import type { Evidence } from "./evidence.ts";

/** A sentence of the writer in Vietnamese. */
interface Rendered {
  readonly vi: string;
  /** Words that no table knows. */
  readonly unknown: readonly string[];
  /** True where it was translated. */
  readonly foreign: boolean;
}

/** Stands for a name while a sentence is translated; its mark makes it a name wherever it stands. */
const standIn = (index: number) =>
  `Xqă${String.fromCharCode(97 + Math.floor(index / 26))}${String.fromCharCode(97 + (index % 26))}`;
const STAND_IN = /(Xqă[a-z]{2})( \p{Lu})?/gu;
const MOST_STAND_INS = 600;
const LETTER = /[\p{L}\p{N}]/u;

/** Words that deny, in English and Chinese. */
const DENIES =
  /\b(?:not|never|no|none|neither|nor|without|refus\w*|reject\w*|declin\w*|oppos\w*|cancel\w*)\b|n['’]t\b|[不没未无拒否]|反对|取消/iu;

/** Takes the names of persons that the passages write in Latin letters out of a sentence, so that none is translated. */
function withoutNames(
  text: string,
  { persons }: Evidence,
): { text: string; back: (rendered: string) => string } {
  const folded = foldAligned(text);
  const taken: { start: number; end: number; index: number }[] = [];
  for (const [index, { key }] of persons.slice(0, MOST_STAND_INS).entries())
    for (let start = folded.indexOf(key); start >= 0; start = folded.indexOf(key, start + 1)) {
      const end = start + key.length;
      const inWord = isLatin(folded[start - 1]) || isLatin(folded[end]);
      if (inWord || taken.some((one) => one.start < end && start < one.end)) continue;
      taken.push({ start, end, index });
    }
  let put = "";
  let from = 0;
  for (const { start, end, index } of taken.sort((a, b) => a.start - b.start)) {
    put += `${text.slice(from, start)}${standIn(index)}`;
    from = end;
  }
  put += text.slice(from);
  // Behind the name what the person is, or is of, may follow without a comma.
  const names = new Map(taken.map(({ index }) => [standIn(index), persons[index]!.name]));
  const back = (rendered: string) =>
    rendered.replace(STAND_IN, (written, code: string, next?: string) => {
      const name = names.get(code);
      if (name === undefined) return written;
      return next === undefined || next === " X" ? `${name}${next ?? ""}` : `${name},${next}`;
    });
  return { text: put, back };
}

/** Words of a sentence besides the names of persons: what tells its language. */
export const ownWords = (text: string, evidence: Evidence): string =>
  withoutNames(text, evidence).text.replace(/Xqă\p{L}+/gu, " ");

const isLatin = (ch: string | undefined) =>
  ch !== undefined && LETTER.test(ch) && !/\p{Script=Han}/u.test(ch);

const TITLED = /(?<!\p{L})(?:ông|bà|đồng chí|ngài|anh|chị) $/iu;

/** Names of known persons behind a title, so that none is read on as part of an office or as a place. */
function withTitles(vi: string, { persons }: Evidence): string {
  let told = vi;
  for (const { name } of persons.slice(0, MOST_STAND_INS))
    for (let at = told.indexOf(name); at >= 0; at = told.indexOf(name, at + name.length)) {
      const isWithin = [told[at - 1], told[at + name.length]].some((ch) => LETTER.test(ch ?? " "));
      const before = told.slice(Math.max(0, at - 9), at);
      if (isWithin || TITLED.test(before) || /\p{Lu}\p{L}{0,7} $/u.test(before)) continue;
      told = `${told.slice(0, at)}ông ${told.slice(at)}`;
      at += 4;
    }
  return told;
}

/** A sentence as Vietnamese readers take it. @param language The one that the answer is in. */
export function rendered(text: string, language: Language, evidence: Evidence): Rendered {
  if (language === "vi") return { vi: text, unknown: [], foreign: false };
  const bare = withoutNames(text, evidence);
  // Where parts end is lost in translation; each is translated by itself.
  const parts = bare.text
    .split(language === "zh" ? /[;；，]/u : /;|, (?!\d)/u)
    .map((part) =>
      renderBeside(part, language, (syllables) =>
        evidence.folded.includes(` ${syllables.join(" ")} `),
      ),
    );
  // Capitals within a body's name would be read as a person's.
  const vi = bare
    .back(parts.map((part) => part.vi).join(", "))
    .replaceAll("Chấp hành", "chấp hành");
  // A part that begins with its verb is rendered as a question: "có … không".
  const said = DENIES.test(text) ? vi : vi.replace(/ (?:phải )?không(?=[ ,]|$)/gu, "");
  const told = withTitles(said, evidence);
  return {
    vi: told,
    unknown: parts.flatMap(({ unknown }) => unknown.map(bare.back)),
    foreign: true,
  };
}
