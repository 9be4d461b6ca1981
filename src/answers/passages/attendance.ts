import { placeRows } from "../../language/places/index.ts";
import { fold, foldAligned } from "../../language/text/index.ts";
import { attendanceAsked, type Question, sideWords } from "../question/index.ts";
import type { RankedSentence } from "../search/index.ts";

/** Begins a list of those who took part: "Cùng dự có …", "Dự hội đàm phía Việt Nam có …", "Về phía Trung Quốc có …". */
const TELLS =
  /(?<!\p{L})(?:(?:cung )?(?:tham )?du(?!\p{L})[^.;]{0,90}?|(?:cung )?tham gia[^.;]{0,60}?|cung (?:tiep|don|di)[^.;]{0,60}?|co mat[^.;]{0,60}?|thanh phan[^.;]{0,60}?|(?:^|[,;.] )(?:ve )?phia [^.;,]{2,60}?)(?: co| gom| con co|:)(?!\p{L})/u;
/** Words of a question for those present that no passage need hold. */
const OWN_WORDS = new Set(
  "cung tham du gia thanh phan phia ben buoi cuoc mat gom nhung nguoi dong chi lanh dao ve".split(
    " ",
  ),
);

/** Sentences that list those present at what is meant, and whether that is sure. */
interface Attendance {
  readonly able: readonly RankedSentence[];
  readonly sure: boolean;
}

/**
 * Looks up who took part: the sentences of the best article that list them, those of the asked side only.
 *
 * @returns Null for a question that asks nothing of the kind, or where no sentence lists anybody.
 */
export function attendanceFor(
  question: Question,
  ranked: readonly RankedSentence[],
): Attendance | null {
  const asked = attendanceAsked(question);
  if (asked === null) return null;
  const listing = ranked.flatMap((sentence) => {
    const at = listedFrom(sentence.text);
    const fits = at === null ? "other" : fitOf(asked.side, sentence.text);
    return at === null || fits === "other" ? [] : [{ sentence: marked(sentence, at), fits }];
  });
  const own = asked.side === null ? [] : listing.filter(({ fits }) => fits === "own");
  const taken = own.length > 0 ? own : listing;
  const article = taken[0]?.sentence.found.chunk.row.articleId;
  if (article === undefined) return null;
  const able = taken
    .map(({ sentence }) => sentence)
    .filter(({ found }) => found.chunk.row.articleId === article);
  return { able, sure: holdsRest(question, asked.side, able[0]!) };
}

/** Where the list of a sentence begins; null where it lists nobody. */
function listedFrom(text: string): number | null {
  const match = TELLS.exec(foldAligned(text));
  return match === null ? null : match.index + match[0].length;
}

/** A sentence with its list as what answers. */
function marked(sentence: RankedSentence, from: number): RankedSentence {
  const { text, evidence } = sentence;
  const start = from + (text.slice(from).length - text.slice(from).trimStart().length);
  const candidate = {
    type: "list",
    start,
    end: text.replace(/[\s.;]{1,9}$/u, "").length,
    fit: 1,
  } as const;
  return { ...sentence, evidence: { ...evidence, candidate } };
}

/** Whether a sentence tells of the asked side, of another one, or of no side by name. */
function fitOf(side: string | null, text: string): "own" | "open" | "other" {
  const told = sideWords(fold(text));
  if (side === null || told.length === 0) return "open";
  return told.some((words) => isSameSide(side, words)) ? "own" : "other";
}

const COUNTRY_OF = new Map(
  placeRows().map((row) => [fold(row.name), fold(row.country ?? row.name)] as const),
);

/** "phía Việt Nam" is also that of one of its provinces. */
function isSameSide(asked: string, told: string): boolean {
  if (told.startsWith(asked) || asked.startsWith(told)) return true;
  const country = (words: string) => COUNTRY_OF.get(words) ?? null;
  return country(told) === asked || country(asked) === told;
}

/** True where a passage holds all that a question says beside the side and the act of being there. */
function holdsRest(
  { terms }: Question,
  side: string | null,
  { found, terms: own }: RankedSentence,
) {
  const held = new Set(
    [...found.chunk.titleTerms, ...found.chunk.terms, ...own].map((term) => term.folded),
  );
  const ofSide = new Set(side?.split(" ") ?? []);
  return terms
    .map((term) => term.folded)
    .every((word) => held.has(word) || OWN_WORDS.has(word) || ofSide.has(word));
}
