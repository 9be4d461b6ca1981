import { knownPlace, placeIn } from "../../../language/names/index.ts";
import { HOME_COUNTRY } from "../../../language/places/index.ts";
import { fold, foldAligned } from "../../../language/text/index.ts";
import { expandedWords, foreignLanguage } from "../../../language/translate/index.ts";
import type { Article, Citation, Register, Visit } from "../../../model/index.ts";
import {
  type ArticleLookup,
  aboutAsked,
  attributesAsked,
  bodiesOf,
  countsAsked,
  documentAsked,
  GIVEN,
  numbersAsked,
  seriesTold,
  surelyTellsFacts,
  tellsCount,
  WISHES,
} from "../../passages/index.ts";
import type { Question } from "../../question/index.ts";
import type { RankedSentence } from "../../search/index.ts";
import { type Demands, isAt, isOn, meetsTimes, namesTime, readDemands } from "../asked/index.ts";
import { type MeetingPart, partsOf } from "./meeting-parts.ts";

type Name = Demands["names"][number];

/** What a question takes for granted and the meeting that its answer tells of does not have. */
interface Untold {
  /** As typed. */
  readonly words: string;
  readonly kind: "person" | "body" | "place" | "time" | "number" | "matter";
}

/** The meeting that cited passages tell of: its part of the article with what is told of all its parts. */
interface Scene {
  readonly article: Article;
  /** Folded words between spaces, those of a rendering among them. */
  readonly words: string;
  readonly visits: readonly Visit[];
  /** The part, where the article tells of several meetings. */
  readonly part: MeetingPart | null;
  /** The passages that are cited of it. */
  readonly quotes: string[];
  /** True where one of them tells of the asked matter in other words. */
  near: boolean;
}

/** An article with more meetings lists them: what the first one names is not said of the others. */
const MOST_OF_ONE_JOURNEY = 3;

/**
 * Holds a question against the very meetings that an answer cites, where its article was held against it as a whole: a
 * bulletin names everybody, and each of its items somebody else.
 *
 * @param near Sentences that tell in other words of the matter that is asked.
 * @returns What none of them has; null where one of them has it all.
 */
export function untoldIn(
  question: Question,
  citations: readonly Citation[],
  register: Register,
  lookup: ArticleLookup,
  near: readonly RankedSentence[] = [],
): Untold | null {
  const demands = readDemands(question);
  const scenes = scenesOf(citations, register, lookup, near);
  if (scenes.length === 0) return null;
  // Names in a question of another language are parted from the offices before them less surely.
  const stranger = question.language === "vi" ? strangerTo(scenes, demands, register) : null;
  if (stranger !== null) return { words: stranger.name, kind: "person" };
  const missing = scenes.map((scene) => missingIn(question, demands, scene));
  return missing.includes(null) ? null : missing[0]!;
}

/** Of two who are asked to have met, one whom other articles tell of and none of those that are cited. */
function strangerTo(scenes: readonly Scene[], { names }: Demands, register: Register): Name | null {
  const persons = names.filter(({ kind, words }) => kind === "person" && words.length > 2);
  if (persons.length < 2) return null;
  const isTold = (name: Name) =>
    scenes.some(
      ({ article, visits }) =>
        expandedWords(`${article.title}\n${article.text}`).includes(
          name.words.slice(-2).join(" "),
        ) || visits.some(({ host, guest }) => isOn(host, name) || isOn(guest, name)),
    );
  return (
    persons.find((name) => !isTold(name) && register.has({ words: name.words.join(" ") })) ?? null
  );
}

function scenesOf(
  citations: readonly Citation[],
  register: Register,
  lookup: ArticleLookup,
  telling: readonly RankedSentence[],
): Scene[] {
  const scenes = new Map<string, Scene>();
  for (const { articleId, start, end, quote } of citations) {
    const article = lookup(articleId);
    if (article === null) continue;
    const parts = partsOf(article);
    const meetings = parts.filter(({ tells }) => tells);
    const visits = register.ofArticle(articleId);
    const part =
      meetings.length < 2
        ? null
        : (parts.find((one) => one.start <= start && start < one.end) ?? null);
    const key = `${articleId} ${part?.start ?? ""}`;
    const known = scenes.get(key);
    const near = telling.some(
      (one) => one.found.chunk.articleId === articleId && one.start < end && start < one.end,
    );
    if (known !== undefined) {
      known.quotes.push(quote);
      known.near ||= near;
      continue;
    }
    const quotes = [quote];
    if (part?.tells !== true) {
      const words = ` ${parts.map((one) => one.words).join("")}${expandedWords(article.title)}`;
      scenes.set(key, { article, words, visits, part: null, quotes, near });
      continue;
    }
    const lead = meetings.length <= MOST_OF_ONE_JOURNEY ? [meetings[0]!] : [];
    const told = parts.filter((one) => one === part || !one.tells || lead.includes(one));
    scenes.set(key, {
      article,
      words: ` ${told.map(({ words }) => words).join("")}${expandedWords(article.title)}`,
      visits: visits.filter((visit) =>
        [...visit.sources, ...visit.points].some(
          (one) => one.articleId === articleId && one.start >= part.start && one.start < part.end,
        ),
      ),
      part,
      quotes,
      near,
    });
  }
  return [...scenes.values()];
}

function missingIn(question: Question, demands: Demands, scene: Scene): Untold | null {
  const { names, times } = demands;
  const person = names.find((name) => name.kind === "person" && lacksPerson(scene, name));
  if (person !== undefined) return { words: person.name, kind: "person" };
  const body = bodiesOf(question).find((body) => lacksBody(scene, body));
  if (body !== undefined) return { words: body[0]!, kind: "body" };
  const place = names.find((name) => name.kind === "place" && lacksPlace(scene, name));
  if (place !== undefined) return { words: place.name, kind: "place" };
  if (isOfAnotherDay(question, times, scene)) return { words: "", kind: "time" };
  const count = countsAsked(question).find((number) => !tellsCount(toldIn(scene), number));
  if (count !== undefined) return { words: count, kind: "number" };
  if (isOfAnotherNumber(question, scene)) return { words: "", kind: "time" };
  const lacks =
    lacksMatter(question, scene) ||
    lacksGift(question, demands, scene) ||
    lacksDocument(question, scene);
  return lacks ? { words: "", kind: "matter" } : null;
}

/** The words of a meeting's part, or of the whole article with its title. */
const toldIn = ({ article, part }: Scene): string =>
  part === null ? `${article.title}\n${article.text}` : article.text.slice(part.start, part.end);

/** Whoever the article names in full, and not in this part of it nor by their given name. */
function lacksPerson({ article, words, visits, part }: Scene, name: Name): boolean {
  if (part === null || name.words.length < 2 || foreignLanguage(article.text) !== null)
    return false;
  const whole = ` ${name.words.join(" ")} `;
  if (words.includes(whole) || !expandedWords(article.text).includes(whole.trim())) return false;
  if (visits.some(({ host, guest }) => isOn(host, name) || isOn(guest, name))) return false;
  const given = name.words.at(-1)!;
  return !HONORIFICS.some((title) => words.includes(` ${title} ${given} `));
}

const HONORIFICS =
  "ong|ba|anh|chi|co|thi|dai ta|thuong ta|trung ta|thieu tuong|bi thu|chu tich".split("|");

function lacksBody({ words, visits }: Scene, body: readonly string[]): boolean {
  const has = (text: string) => body.some((name) => text.includes(` ${name} `));
  return (
    !has(words) &&
    !visits.some(({ host, guest }) =>
      [host, guest].some(({ organisation, people }) =>
        [organisation, ...people.map(({ position }) => position)].some(
          (told) => told !== null && has(expandedWords(told)),
        ),
      ),
    )
  );
}

/** A place at home that a meeting does not name which names another one there. */
function lacksPlace({ article, words, visits, part }: Scene, name: Name): boolean {
  const province = provinceOf(name.name);
  if (part === null || province === null) return false;
  if (words.includes(` ${name.words.join(" ")} `)) return false;
  if (visits.some((v) => isOn(v.host, name) || isOn(v.guest, name) || isAt(v, name))) return false;
  const source = fold(`${article.title} ${article.source ?? ""} ${article.url ?? ""}`);
  if (source.includes(fold(name.name)) || source.includes(fold(name.name).replace(/ /gu, "")))
    return false;
  return visits.some(({ host, guest, place }) => {
    const sides = [host, guest].some(
      (side) => side.country === HOME_COUNTRY && side.province !== null,
    );
    const at = place === null ? null : placeIn(place);
    return (
      sides || (at?.country === HOME_COUNTRY && at.province !== null && at.province !== province)
    );
  });
}

const provinceOf = (name: string): string | null => {
  const place = knownPlace(name);
  return place?.country === HOME_COUNTRY ? place.province : null;
};

/** What somebody is asked to have spoken about, and none of the paragraphs that are cited names. */
function lacksMatter(question: Question, { article, quotes, words, near }: Scene): boolean {
  const about = aboutAsked(question);
  if (about.length === 0 || near) return false;
  // In a rendering it may stand in other words next to it.
  if (question.language === "vi" && foreignLanguage(article.text) !== null)
    return !about.some((pair) => words.includes(` ${pair} `));
  const told = quotes.map((quote) => expandedWords(paragraphOf(article, quote)));
  return !about.some((pair) => told.some((words) => words.includes(` ${pair} `)));
}

/** Somebody in full: "Ông Lục Vĩ Dân". */
const WITH_PERSON =
  /(?<!\p{L})(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Đđ]ồng chí) \p{Lu}\p{Ll}{0,6} \p{Lu}\p{Ll}{0,6}/u;

/** True where a gift is asked, and what is cited tells of none, or of one by others than who is named. */
function lacksGift(question: Question, { names }: Demands, { article, quotes }: Scene): boolean {
  if (!attributesAsked(question).includes(GIVEN)) return false;
  const gifts = quotes.filter((quote) => surelyTellsFacts([GIVEN], quote));
  if (gifts.length === 0) return true;
  const persons = names.filter(({ kind, words }) => kind === "person" && words.length > 1);
  if (persons.length === 0 || foreignLanguage(article.text) !== null) return false;
  return gifts.every((quote) => {
    if (!WITH_PERSON.test(quote)) return false;
    const words = ` ${expandedWords(paragraphOf(article, quote))} `;
    return !persons.some((name) => words.includes(` ${name.words.at(-1)!} `));
  });
}

/** True where a document on a matter is asked, and what is cited names nothing of that matter. */
function lacksDocument(question: Question, { article, quotes }: Scene): boolean {
  if (question.language !== "vi" || foreignLanguage(article.text) !== null) return false;
  const about = documentAsked(question);
  if (about.length === 0) return false;
  const told = quotes.map((quote) => ` ${expandedWords(paragraphOf(article, quote))} `);
  return !about.some((pair) => told.some((words) => words.includes(` ${pair} `)));
}

/** An article of more meetings is a bulletin: each of its paragraphs tells the numbers of its own. */
const MOST_OF_ONE_SERIES = 4;

/** True where a question names one of a series by its number, and no cited paragraph of a bulletin does. */
function isOfAnotherNumber(question: Question, scene: Scene): boolean {
  const [number, ...others] = numbersAsked(question);
  const { article, visits, quotes, part } = scene;
  if (number === undefined || others.length > 0) return false;
  if (part !== null) return !seriesTold(`${article.title}\n${toldIn(scene)}`).has(number);
  if (visits.length < MOST_OF_ONE_SERIES) return false;
  return !quotes.some((quote) => seriesTold(paragraphOf(article, quote)).has(number));
}

/** The paragraph of an article in which a cited passage stands. */
function paragraphOf({ text }: Article, quote: string): string {
  const at = text.indexOf(quote);
  const end = text.indexOf("\n", at + quote.length);
  return text.slice(text.lastIndexOf("\n", at) + 1, end < 0 ? undefined : end);
}

/** What is agreed on or wished, or bounds a time: the one behind it is not that of the meeting. */
const WISHED = new RegExp(`(?<![a-z])(?:${WISHES}|hen|truoc|sau|tu|den)(?![a-z])`, "u");

/** "Ở buổi tiếp tháng 6/2024": the time of the meeting, whatever was wished there. */
const OF_MEETING =
  /(?<![a-z])(?:o|tai|trong|hom) (?:buoi|phien|cuoc|ky|hoi dam|hoi nghi|chuyen|lan)(?: [a-z]+){0,4} (?:ngay|thang|\d)/u;

/** True where a part tells its days or months, and the asked month is none of them. */
function isOfAnotherDay(
  { answerType, searchText }: Question,
  times: Demands["times"],
  { part, visits, quotes }: Scene,
): boolean {
  const asked = times.filter(({ first }) => first.month !== null);
  if (part === null || asked.length === 0 || answerType === "date") return false;
  const folded = foldAligned(searchText);
  if (WISHED.test(folded) && !OF_MEETING.test(folded)) return false;
  if (quotes.some((quote) => namesTime({ times: asked }, quote))) return false;
  const dates = part.dates.filter(({ month }) => month !== null);
  if (dates.length === 0) return false;
  const isOfPart = asked.some(({ first, last }) =>
    dates.some(({ month }) => month! >= first.month! && month! <= (last.month ?? first.month!)),
  );
  const isRecorded = visits.some(({ date, endDate }) =>
    meetsTimes(asked, { first: date, last: endDate ?? date }),
  );
  return !isOfPart && !isRecorded;
}
