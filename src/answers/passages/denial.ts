import { namesIn } from "../../language/names/index.ts";
import { datesIn, fold, foldedTerms } from "../../language/text/index.ts";
import type { Article } from "../../model/index.ts";
import type { Question } from "../question/index.ts";
import type { RankedSentence } from "../search/index.ts";
import { PAPERS } from "./premise-bodies.ts";
import { timesAsked } from "./premise-dates.ts";

/** A question that knows itself that something was not done: "vì sao không lên thác". */
const KNOWN = /(?<![a-z])(?:khong|chua|hoan|huy)(?= [a-z])/u;
const DOCUMENT = new RegExp(`(?<![a-z])(?:${PAPERS})(?![a-z])`, "u");
/** "Bản ghi nhớ về lao động chưa ký được", "hai bên chưa ký văn bản nào"; folded. */
const UNSIGNED =
  /(?<![a-z])(?:chua|khong)(?: the| kip)? ky(?! (?:luat|nang))(?: ket| duoc){0,2}(?: (?:van ban|van kien|bien ban|thoa thuan|giay to|dieu) (?:nao|gi)(?![a-z]))?/u;
const SIGNS =
  /(?<!(?:chưa|không|hẹn|sẽ|kịp|thể|dự kiến) )(?<!\p{L})ký(?! (?:luật|năng|túc)|\p{L})/iu;
/** "… bận họp nên không dự", right behind a name; folded. */
const ABSENT =
  /^,?(?: (?:ban|om|dang|vi|do|nghi)(?: [a-z\d/]{1,8}){0,8})?(?: (?:nen|da|thi|lai)){0,2} (?:(?:khong|chua)(?: the| kip)? (?:(?:tham )?du|co mat|tham gia)|vang mat)(?![a-z])/u;
/** "Việc ký kết để đến cuối năm"; folded. */
const POSTPONED =
  /(?<![a-z])ky(?: ket)?(?: duoc| se)? (?:de|hoan|lui|doi)(?: lai)? (?:den|sang|toi)(?![a-z])/u;
/** Words that lead up to a place where nobody went; folded. */
const NOT_THERE =
  /(?<![a-z])(?:khong|chua)(?: the| kip)? (?:len|den|toi|tham|ghe|sang|vao|xuong)(?: (?:tham|thac|den|chua|dong|nui|ho|khu|ban|xa|mo|cau|cho)){0,2} $/u;
const WENT = /(?<![a-z])(?:o|tai|len|den|toi|tham|ghe|sang|vao|xuong)(?: [a-z]{2,6}){0,2} $/u;
/** Articles that may be meant. */
const LOOKED_AT = 2;

/** What a reading found for its question. */
interface Found {
  readonly question: Question;
  readonly sentences: readonly RankedSentence[];
  readonly meant: readonly {
    readonly articleId: string;
    readonly agreement: { readonly binds: boolean };
  }[];
}

/**
 * The sentence that tells plainly that what a question takes for granted did not take place: that a document was not
 * signed, that whoever is asked for was not there, that nobody went to a place. Null where none does.
 */
export function denialOf(
  { question, sentences, meant }: Found,
  lookup: (id: string) => Article | null,
): RankedSentence | null {
  const asked = askedOf(question);
  if (asked === null) return null;
  const ids = meant
    .slice(0, LOOKED_AT)
    .flatMap((one) => (one.agreement.binds ? one.articleId : []));
  const denies = [isUnsigned, wasAbsent, wasNotThere];
  const found = sentences.find(({ text, start, found: { chunk } }) => {
    const article = ids.includes(chunk.row.articleId) ? lookup(chunk.row.articleId) : null;
    if (article === null) return false;
    const sentence = { text, folded: fold(text), start };
    return denies.some((one) => one(asked, sentence, article));
  });
  return found ?? null;
}

/** What of a question may be denied. */
interface Asked extends Pick<Question, "terms"> {
  /** Its folded words. */
  readonly searched: string;
  /** The document that it names, folded. */
  readonly document: string | null;
  /** Names of several words, folded. */
  readonly persons: readonly string[];
  readonly places: readonly string[];
  readonly days: ReturnType<typeof timesAsked>;
}

/** Null for a question that names nothing that is denied, or knows itself that it was not. */
function askedOf({ searchText, terms, persons: known = [] }: Question): Asked | null {
  const searched = fold(searchText);
  if (KNOWN.test(searched)) return null;
  const document = DOCUMENT.exec(searched)?.[0] ?? null;
  const places = namesOf(searchText, "place");
  const persons = [
    ...namesOf(searchText, "person"),
    ...known.map(({ start, end }) => fold(searchText.slice(start, end))),
  ];
  if (document === null && persons.length + places.length === 0) return null;
  const days = timesAsked(searchText).filter(({ first }) => first.day !== null);
  return { terms, searched, document, persons, places, days };
}

interface Sentence {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
}

type Denies = (asked: Asked, sentence: Sentence, article: Article) => boolean;

const isUnsigned: Denies = (asked, sentence, article) => {
  const { terms, document, places } = asked;
  const { text, folded, start } = sentence;
  const denied = document === null ? null : (UNSIGNED.exec(folded) ?? POSTPONED.exec(folded));
  if (document === null || denied === null || !isOfAsked(asked, sentence, article)) return false;
  // Nothing at all was signed there.
  if (/ (?:nao|gi|den|sang|toi)$/u.test(denied[0])) {
    const paragraph = paragraphOf(text, start, article);
    const there = fold(`${article.title} ${paragraph}`);
    return !SIGNS.test(paragraph.replace(text, "")) && places.every((name) => there.includes(name));
  }
  const before = folded.slice(0, denied.index);
  const told = new Set(foldedTerms(before));
  return (
    before.includes(document) &&
    terms.some(
      ({ folded: word, name }) => !name && told.has(word) && !document.split(" ").includes(word),
    )
  );
};

const wasAbsent: Denies = (asked, sentence, article) =>
  asked.persons.some((name) => {
    const at = sentence.folded.indexOf(name);
    return (
      at >= 0 &&
      ABSENT.test(sentence.folded.slice(at + name.length)) &&
      isOfAsked(asked, sentence, article)
    );
  });

const wasNotThere: Denies = (asked, sentence, article) =>
  asked.places.some((name) => {
    const { searched } = asked;
    const at = sentence.folded.indexOf(name);
    return (
      at >= 0 &&
      NOT_THERE.test(sentence.folded.slice(0, at)) &&
      WENT.test(searched.slice(0, searched.indexOf(name))) &&
      isOfAsked(asked, sentence, article)
    );
  });

/** The names of a kind in a question, folded. */
const namesOf = (searchText: string, kind: "person" | "place"): string[] =>
  namesIn(searchText).flatMap(({ type, start, end }) =>
    type === kind && searchText.slice(start, end).includes(" ")
      ? [fold(searchText.slice(start, end))]
      : [],
  );

/** True where the paragraph of a sentence, where it names days, has that of a question, and its article the names. */
function isOfAsked(
  { persons, places, days: asked }: Asked,
  { text, start }: Sentence,
  article: Article,
): boolean {
  const paragraph = paragraphOf(text, start, article);
  const whole = fold(`${article.title} ${article.text}`);
  if (![...persons, ...places].every((name) => whole.includes(name))) return false;
  const days = datesIn(paragraph).flatMap(({ date }) => (date?.day == null ? [] : [date]));
  return (
    asked.length === 0 ||
    days.length === 0 ||
    days.some(({ day, month }) =>
      asked.some(({ first, last }) =>
        [first, last].some((a) => a.day === day && a.month === month),
      ),
    )
  );
}

function paragraphOf(text: string, start: number, article: Article): string {
  const from = article.text.lastIndexOf("\n", start) + 1;
  const end = article.text.indexOf("\n", start + text.length);
  return article.text.slice(from, end < 0 ? undefined : end);
}
