import { knownPlace } from "../../../language/names/index.ts";
import { HOME_COUNTRY } from "../../../language/places/index.ts";
import { matchesIn, sentences } from "../../../language/text/index.ts";
import { foreignNames, peopleOfText, render } from "../../../language/translate/index.ts";
import type { Article, Passage, VisitReport } from "../../../model/index.ts";
import { BOTH, type Speaker } from "../points/index.ts";

/** Somebody who may speak, with the end of their name in the sentence. */
export interface Subject extends Speaker {
  readonly start: number;
  readonly end: number;
  /** Whoever spoke before. */
  readonly pronoun: boolean;
}

const TOGETHER =
  /(?<!\p{L})(?:both (?:sides|parties|delegations|leaders)|the two (?:sides|leaders|parties|provinces|cities|organi[sz]ations|delegations|localities|agencies)|the participants|participants|all sides|the (?:sides|parties)|they)(?!\p{L})|双方|两地|两市|两省|两国|两院|两校|各方/giu;
const PRONOUN =
  /(?<!\p{L})(?:he|she|the (?:vice |deputy |provincial |city |party )*(?:mayor|governor|chairman|chairwoman|secretary|director|leader|official|ambassador|chief|minister|consul general|judge))(?!\p{L})|(?<!其)[他她](?!们)/giu;
/** Offices that stand for whoever holds them: alternatives of an expression. */
const OFFICES =
  "(?:vice |deputy )?(?:mayor|governor|chairman|chairwoman|secretary|director|ambassador|minister|consul general|prefect|manager)";
/** "The vice governor answered". */
const THE_OFFICE = new RegExp(`(?<!\\p{L})the (${OFFICES})(?!\\p{L})`, "giu");
const HOSTS = /(?<!\p{L})the hosts?(?!\p{L})|东道主|主人/giu;
const GUESTS = /(?<!\p{L})the (?:guests?|visitors?)(?!\p{L})|客人|来宾/giu;
const HOME_SIDE = /(?<!\p{L})(?:vietnamese side|viet ?nam)(?!\p{L})|越方|越南(?:方面|代表团)/giu;
const AWAY_SIDE =
  /(?<!\p{L})(?:(?:chinese|lao|korean|japanese|french|cambodian) side)(?!\p{L})|中方|中国代表团/giu;
const PLACE =
  /(?<!\p{L})\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2}(?!\p{L})|\p{Script=Han}{2,4}(?:省|市|县|州|方面)/gu;
/** What makes an object of a name: "told Wei", "对陆文雄". */
const OBJECT =
  /(?:(?<!\p{L})(?:to|with|by|for|of|from|told|asked|met|thanked|invited|between|in|at|on|near|via|gave|shown|\p{Ll}{2,20}ed)(?: (?:the|his|her|host|mr|ms|mrs|chairman|secretary|mayor|governor|vice))*\s|[对向与和同请在为由从至赴到使让]|建议|希望|邀请|推动|促进|支持|帮助|感谢)$/iu;

/** How an article goes on to call those whom it has named. */
export interface Called {
  /** Whole names, by the words by which it goes on to call their bearers. */
  readonly names: Map<string, string>;
  /** Whole names by the office that one person alone is named with: "the consul general". */
  readonly offices: ReadonlyMap<string, string>;
}

const OFFICE = new RegExp(
  `(?<!\\p{L})(${OFFICES})(?: (?:of|in) [^,;.]{1,60}| general)?(?: of [^,;.]{1,40})? ?$`,
  "iu",
);
/** Characters before a name that may tell the office. */
const BEFORE_NAME = 110;

/** Reads of an article whom its offices stand for, and the names that its words alone do not give away. */
export function calledIn({ title, text }: Article): Called {
  const names = new Map([...peopleOfText(`${title}\n${text}`).keys()].map((han) => [han, han]));
  const holders = new Map<string, Set<string>>();
  for (const range of sentences(text)) {
    const sentence = text.slice(range.start, range.end);
    for (const { start, end } of foreignNames(sentence) ?? []) {
      const name = sentence.slice(start, end);
      const office = OFFICE.exec(sentence.slice(Math.max(0, start - BEFORE_NAME), start))?.[1];
      if (office === undefined || !name.includes(" ")) continue;
      const key = office.toLowerCase();
      holders.set(key, (holders.get(key) ?? new Set()).add(name));
    }
  }
  const sole = [...holders].filter(([, people]) => people.size === 1);
  return { names, offices: new Map(sole.map(([office, people]) => [office, [...people][0]!])) };
}

/** Everybody, both sides and each side that a sentence names as a subject, in order. */
export function subjectsIn(
  sentence: string,
  { host, guest }: VisitReport,
  { names, offices }: Called,
): Subject[] {
  const brackets = matchesIn(sentence, /[（(][^()（）]{1,80}[)）]/gu);
  const found: Subject[] = [];
  const put = (start: number, end: number, speaker: Speaker, pronoun = false) => {
    const isKnown = found.some((one) => one.end > start && one.end <= end);
    const isAside = brackets.some(
      ({ 0: text, index }) => index < start && end < index + text.length,
    );
    if (isKnown || isAside) return;
    if (!OBJECT.test(sentence.slice(Math.max(0, start - 24), start)))
      found.push({ ...speaker, start, end, pronoun });
  };
  const sideOf = (name: string): Speaker["side"] =>
    host.head === name || host.people.some((one) => one.name === name)
      ? "host"
      : guest.head === name || guest.people.some((one) => one.name === name)
        ? "guest"
        : null;
  for (const { name } of [...host.people, ...guest.people]) remember(names, name);
  for (const head of [host.head, guest.head]) if (head !== null) remember(names, head);
  for (const { start, end } of foreignNames(sentence) ?? []) {
    const name = sentence.slice(start, end);
    if (name.includes(" ") || /^\p{Script=Han}{2,}$/u.test(name)) {
      remember(names, name);
      put(start, end, { speaker: names.get(name) ?? name, side: sideOf(names.get(name) ?? name) });
    }
  }
  for (const [called, name] of names)
    for (const { start, end } of occurrences(sentence, called))
      put(start, end, { speaker: name, side: sideOf(name) });
  for (const { index, 1: office = "" } of matchesIn(sentence, THE_OFFICE)) {
    const name = offices.get(office.toLowerCase());
    if (name !== undefined)
      put(index, index + office.length + 4, { speaker: name, side: sideOf(name) });
  }
  for (const [pattern, speaker, pronoun] of [
    [TOGETHER, BOTH, false],
    [PRONOUN, { speaker: null, side: null }, true],
  ] as const)
    for (const { index, 0: said } of matchesIn(sentence, pattern))
      put(index, index + said.length, speaker, pronoun);
  const home = host.country === HOME_COUNTRY ? "host" : "guest";
  const away = home === "host" ? "guest" : "host";
  const headed = (side: "host" | "guest"): Speaker => ({
    speaker: { host, guest }[side].head,
    side,
  });
  for (const [pattern, side] of [
    [HOME_SIDE, home],
    [AWAY_SIDE, away],
    [HOSTS, "host"],
    [GUESTS, "guest"],
  ] as const)
    for (const { index, 0: said } of matchesIn(sentence, pattern))
      put(index, index + said.length, headed(side));
  for (const { index, 0: said } of matchesIn(sentence, PLACE)) {
    const country = countryOf(said);
    if (country === host.country) put(index, index + said.length, headed("host"));
    else if (country !== null && country === guest.country)
      put(index, index + said.length, headed("guest"));
  }
  return found.sort((a, b) => a.end - b.end);
}

/** Keeps a whole name under the words by which an English report goes on to call its bearer. */
function remember(names: Map<string, string>, name: string): void {
  if (!names.has(name)) names.set(name, name);
  const words = name.split(" ");
  if (words.length > 1)
    for (const word of [words[0]!, words.at(-1)!])
      if (word.length > 1 && !names.has(word)) names.set(word, name);
}

function* occurrences(text: string, word: string): Generator<Passage> {
  const isLetter = (ch: string | undefined) =>
    ch !== undefined && /[\p{Script=Latin}\p{M}]/u.test(ch);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const end = at + word.length;
    if (!isLetter(text[at - 1]) && !isLetter(text[end])) yield { start: at, end };
  }
}

/** The country of a place by its English or Chinese name; null for other words. */
function countryOf(said: string): string | null {
  const language = /^\p{Script=Han}/u.test(said) ? "zh" : "en";
  const rendered = render(said.replace(/方面$/u, ""), language);
  // Behind the word for its rank.
  const at = rendered.search(/\p{Lu}/u);
  return (at < 0 ? null : knownPlace(rendered.slice(at)))?.country ?? null;
}
