import { KNOWN_PLACES } from "../../language/names/index.ts";
import {
  fold,
  fromTelex,
  hasMarks,
  isSyllableShaped,
  phraseSet,
  stripMarks,
  type Term,
  terms,
} from "../../language/text/index.ts";
import { writtenOut } from "../../language/translate/index.ts";
import { QUESTION_PHRASES } from "./vocabulary.ts";

const PLACE_NAMES = KNOWN_PLACES.filter((name) => name.includes(" "));
const PLACES = phraseSet(PLACE_NAMES);
/** Names of one word are written so: Takeo is no "Ta Keo" run together. */
const ONE_WORD = new Set(KNOWN_PLACES.filter((name) => !name.includes(" ")).map(fold));
const RUN_TOGETHER = new Map(
  PLACE_NAMES.map((name) => [fold(name).replaceAll(" ", ""), name] as const).filter(
    ([word]) => !ONE_WORD.has(word),
  ),
);
const ASKING = phraseSet(
  [...QUESTION_PHRASES.keys()]
    .filter((phrase) => phrase.includes(" ") && hasMarks(phrase))
    .map(fold),
);
/** Rimes that no syllable has without a mark: iê, uô, ươ, yê; a final stop wants a tone. */
const WANTS_MARKS = /ie[^u]|uo[^cn]|uong|uoc|uon|ye[nt]|[aeiouy](?:p|t|c|ch)$/u;
/** Borrowed words that look as if they lacked a mark. */
const BORROWED = new Set(
  "chip clip top hot vip shop pop rap set net it fit cup map bit".split(" "),
);

/**
 * A Vietnamese question as it was meant: capitals throughout, Telex without an input method, names run
 * together, marks on some words only and abbreviations are undone. What is in order stays as it is.
 *
 * @param text NFC question on one line.
 */
export function asMeant(text: string): string {
  const spaced = withSpaces(fromTelexLeftovers(withoutShouting(text)));
  const even = isHalfMarked(spaced) ? stripMarks(spaced) : spaced;
  return withPlaceCapitals(asReported(writtenOut(even)));
}

/** Spoken words with those of reports; "vợ chồng ông …" is asked of him, and reports tell of "ông … và Phu nhân". */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  // Whoever asks for the news asks for what took place last.
  [
    /^(?:(?:có|co|cho xem|xem|cho biết|cho biet)\s)?(?:tin(?: tức| tuc)?|tình hình|tinh hinh|bài(?: viết| báo)?|bai(?: viet| bao)?)\s(?:gì\s|gi\s|nào\s|nao\s)?(?:mới nhất|moi nhat|mới|moi|gần đây nhất|gan day nhat|gần đây|gan day)(?:\s(?:là gì|la gi|là bài nào|la bai nao|không|khong|gì|gi))?[\s?.!]*$/iu,
    "Chuyến thăm gần đây nhất là chuyến nào?",
  ],
  // Whom a delegation meets is told by who received it.
  [
    /^đoàn (?<party>[^,.;?!]{2,80}?) (?:đã )?(?:gặp(?: gỡ)?(?: với)?|làm việc với|được) (?:những )?ai(?: tiếp| đón| đón tiếp)?[\s?.!]*$/iu,
    "Ai tiếp đoàn $1?",
  ],
  [
    /^doan (?<party>[^,.;?!]{2,80}?) (?:da )?(?:gap(?: go)?(?: voi)?|lam viec voi|duoc) (?:nhung )?ai(?: tiep| don| don tiep)?[\s?.!]*$/iu,
    "Ai tiep doan $1?",
  ],
  [/(?<!\p{L})(c)ám ơn(?!\p{L})/giu, "$1ảm ơn"],
  // "Tổng lãnh sự ta ở Nam Ninh", "bên mình": one's own country.
  [
    /(?<!\p{L})((?:tổng )?lãnh sự|đại sứ|đại biện|công sứ|tham tán)( quán)? (?:của )?(?:nước )?(?:ta|mình) (?:ở|tại)(?!\p{L})/giu,
    "$1$2 Việt Nam tại",
  ],
  [/(?<!\p{L})(phía|bên|nước) (?:ta|mình)(?!\p{L})/giu, "$1 Việt Nam"],
  [
    /(?<!\p{L})(?:vợ chồng|vo chong) (?=(?:ông|ong|tổng thống|tong thong|thủ tướng|thu tuong|chủ tịch|chu tich|đại sứ|dai su)(?!\p{L}))/giu,
    "",
  ],
];

function asReported(text: string): string {
  return SPOKEN.reduce((line, [spoken, reported]) => line.replace(spoken, reported), text);
}

function withoutShouting(text: string): string {
  const letters = text.match(/\p{L}/gu) ?? [];
  const isShouted = letters.length > 8 && text === text.toUpperCase() && /\s/u.test(text.trim());
  return isShouted ? text.toLowerCase() : text;
}

function fromTelexLeftovers(text: string): string {
  // Where marks were typed, a capital word without any is a foreign name: Moon, Jaap.
  const isName = (word: string) => /^[A-Z]/u.test(word) && hasMarks(text);
  const words = (text.match(/[A-Za-z]+/gu) ?? []).filter((word) => !isName(word));
  // A tone letter alone ends many foreign words; doubled letters and w are the sure sign.
  const isTelex = words.some(
    (word) => /aa|ee(?!n)|oo|dd|[aou]w/u.test(word) && fromTelex(word) !== null,
  );
  if (!isTelex) return text;
  return text.replace(/(?<!\p{L})[A-Za-z]+(?!\p{L})/gu, (word) =>
    isName(word) ? word : (fromTelex(word) ?? word),
  );
}

/** `BằngTường` → Bằng Tường, `langson` → lạng sơn. */
function withSpaces(text: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const place = RUN_TOGETHER.get(fold(word));
    if (place !== undefined) return hasMarks(text) ? place : fold(place);
    const parts = word.split(/(?<=\p{Ll})(?=\p{Lu})/u);
    return parts.length > 1 && parts.every((part) => isSyllableShaped(fold(part)))
      ? parts.join(" ")
      : word;
  });
}

/** True where a question with marks has words that clearly lack theirs: then none of its marks can be relied on. */
function isHalfMarked(text: string): boolean {
  if (!hasMarks(text)) return false;
  const list = terms(text);
  const isBare = (term: Term) => term.marked === term.folded;
  const folded = list.map((term) => term.folded);
  return list.some((term, i) => {
    if (!isBare(term)) return false;
    const length = ASKING.longestAt(folded, i);
    if (length > 0 && list.slice(i, i + length).every(isBare)) return true;
    const capital = /^\p{Lu}/u.test(text.slice(term.start));
    return (
      !capital &&
      isSyllableShaped(term.folded) &&
      !BORROWED.has(term.folded) &&
      WANTS_MARKS.test(term.folded)
    );
  });
}

/** Gives known places their capitals in a question typed in lower case: bằng in "bằng tường" is no preposition. */
function withPlaceCapitals(text: string): string {
  if (!hasMarks(text) || /\p{Lu}/u.test(text.slice(1))) return text;
  const list = terms(text);
  const words = list.map((term) => term.marked);
  const letters = [...text];
  if (letters.length !== text.length) return text;
  for (let i = 0; i < list.length; ) {
    const length = PLACES.longestAt(words, i);
    for (const { start } of list.slice(i, i + length))
      letters[start] = letters[start]!.toUpperCase();
    i += Math.max(1, length);
  }
  return letters.join("");
}
