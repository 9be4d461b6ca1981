import type { PointAct } from "../../../model/index.ts";
import { isTitle } from "../../question/index.ts";
import type { QueryModel } from "../../search/index.ts";
import { ANY_POINT, actNearness, type Demands, type PointsAsked } from "../asked/index.ts";
import type { ContentUnit } from "./unit-kinds.ts";

/** An answer has at most so many points. */
export const MOST_POINTS = 5;
/** The same where they are short: those of one list or sentence. */
const MOST_LISTED = 8;
/** Weights of what speaks for a unit, by hand: none is fitted. */
const WEIGHT = {
  act: 3,
  speaker: 1.5,
  subject: 3,
  rank: 0.7,
  item: 1.2,
  recorded: 0.5,
  counted: 1.5,
};
/** What tells of the meeting itself or of who took part answers no question for its matters. */
const BESIDE = { matter: 0, meeting: -3, participants: -3, caption: -1 };
const BESIDE_TALKS: ReadonlySet<ContentUnit["about"]> = new Set(["meeting", "participants"]);
/** "20 nghìn khẩu trang, 500 bộ quần áo": what was given is told by what is counted. */
const COUNTED =
  /(?<![\d/-])\d[\d.,]{0,12} ?(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ|bộ|chiếc|suất|phần|tấn|kg|đôi|khẩu|hộp|thùng|máy|con|cây|xe|đồng|usd|nhân dân tệ|cuốn|bức|quyển|tủ|ghế|bàn)(?!\p{L})/iu;
/** Credit for an act that is the sentence's before. */
const CARRIED = 0.7;
/** Credit for an act that another part of the sentence tells. */
const WHOLE_ACT = 0.95;
/** From here on an act is of the very kind that is asked. */
export const EXACT = WHOLE_ACT;
/** Credit for a word of what is asked that stands in another part of the sentence. */
const WITHIN_CREDIT = 0.7;
/** A further point may lie this much below the best. */
const GAP = 2.5;
/** The same for what the asked person did of the very kind that is asked, where nothing narrows it down. */
const OWN_GAP = 4;
/** Words by which everybody is named say nothing of who speaks. */
const TITLE_WORDS = new Set(
  "ong ba dong chi ngai ve phia ben hai cac tinh thanh pho huyen xa doan dai bieu cua va voi tai o da trong buoi cuoc khi".split(
    " ",
  ),
);

/** What the sides of a meeting do together: nobody alone speaks. */
export const JOINT: ReadonlySet<PointAct> = new Set(["discussed", "agreed", "signed"]);

/** A unit with how well it meets the question. */
export interface RatedUnit {
  readonly unit: ContentUnit;
  readonly score: number;
  /** 1: what is asked was done in it; 0.5 something like it; 0 something else. */
  readonly act: number;
  /** Share of the words that name the asked speaker; 1 where none is asked. */
  readonly speaker: number;
  /** Share of the words that say about what is asked; 0 where nothing does. */
  readonly subject: number;
}

/** Who a question wants the words or deeds of. */
export interface AskedSpeaker {
  readonly words: readonly string[];
  /** True for a person: nobody else's words answer. */
  readonly person: boolean;
  /** The name, where one is typed. */
  readonly name: Demands["names"][number] | null;
}

/** Folded words by which a question names who speaks: the last name before the act, else the words right before it. */
export function askedSpeaker({
  points: { list, act, acts, asks, again },
  names,
}: Pick<Demands, "names"> & { readonly points: PointsAsked }): AskedSpeaker {
  const right = list.slice(Math.max(0, act.from - 2), act.from).map(({ marked }) => marked);
  const ownWords = list
    .slice(Math.max(0, act.from - 2), act.from)
    .map(({ folded }) => folded)
    .join(" ");
  // "A đề xuất gì, còn B xin gì": two speak.
  const others =
    again !== null &&
    names.some(({ start }) => start >= (list[asks.to]?.start ?? 0) && start < list[again]!.start);
  const isMutual = list.slice(act.from, act.to + 1).some(({ folded }) => folded === "nhau");
  const isBoth = others || isMutual || right.at(-1) === "họ" || right.join(" ") === "hai bên";
  if (isBoth || [...acts].every((one) => JOINT.has(one)))
    return { words: [], person: false, name: null };
  const from = list[act.from]?.start ?? 0;
  // "Lúc gặp lại Sùng Tả, tỉnh mình xin gì": whom somebody met does not speak.
  const before = names.filter(({ end, fullStart }) => {
    const at = list.findIndex((term) => term.start >= fullStart);
    return end <= from && !(OWN_SIDE.test(ownWords) && MET.test(list[at - 1]?.folded ?? ""));
  });
  // "Lào Cai sang Hồng Hà xin gì": where they went, and whom they met, does not speak where somebody else is named.
  const free = before.filter(({ fullStart }) => !isMet(list, fullStart));
  const speaking = free.length > 0 ? free : before;
  // "Giám đốc Sở Ngoại vụ Tô Bích Đào": who is named, whatever office stands before.
  const persons = speaking.filter(({ kind }) => kind === "person");
  const named = persons.find(({ name }) => !isTitle(name)) ?? persons[0] ?? speaking.at(-1);
  if (named !== undefined) {
    // "A và B cần …": both, and neither alone.
    const alike = persons.length > 0 ? persons.filter(({ name }) => !isTitle(name)) : [];
    const alone =
      (alike.length > 0 ? alike : speaking.filter(({ kind }) => kind === named.kind)).length === 1;
    return {
      words: named.words,
      // "Giám đốc", "Chủ tịch": whoever held the office, and no name. "Đoàn ông X": the side that X leads.
      person: named.kind === "person" && !isTitle(named.name) && !isLed(list, named.fullStart),
      name: alone ? named : null,
    };
  }
  const words = list.slice(Math.max(0, act.from - 8), act.from).map(({ folded }) => folded);
  return {
    words: words.filter((word) => !TITLE_WORDS.has(word) && !/\d/u.test(word)),
    person: false,
    name: null,
  };
}

/** "đoàn (của, do) ông X": a delegation by who leads it. */
function isLed(list: PointsAsked["list"], start: number): boolean {
  const at = list.findIndex((term) => term.start >= start);
  const before = list.slice(Math.max(0, at - 2), at).map(({ folded }) => folded);
  return /(?:^| )doan(?: (?:cua|do))?$/u.test(before.join(" "));
}

/** The Vietnamese side, as people there call it, folded. */
const OWN_SIDE = /^(?:tinh|phia|ben|doan|nuoc) (?:minh|ta)$/u;
const MET = /^(?:gap|lai|voi|cung|tiep|don|tham|chao|tai|o|sang)$/u;
/** Words between what leads up to a name and the name itself. */
const RANK = /^(?:tinh|thanh|pho|huyen|chau|thi|xa|so|cuc|doan|phia|ong|ba|dong|chi)$/u;
/** True where somebody is named as met or visited. */
function isMet(list: PointsAsked["list"], start: number): boolean {
  let at = list.findIndex((term) => term.start >= start) - 1;
  while (at > 0 && RANK.test(list[at]!.folded)) at--;
  return (MET.test(list[at]?.folded ?? "") || list[at]?.folded === "cho") && at >= 0;
}
const WHEN = /^(?:hoi|ngay|thang|nam|hom|luc|dau|cuoi|giua|trong|vao)$/u;
/** What stands before whom a matter is put to: "với", "cho", "cùng", "phía". */
const ADDRESSED = /^(?:voi|cung|cho|phia|gui|toi|den|o|tai|ben|luc|gap|tiep|don|sang)$/u;
/** True where "về" or "liên quan" leads up to a word, with at most six words between. */
function isAbout(list: PointsAsked["list"], at: number, before: number): boolean {
  return list
    .slice(Math.max(0, at - 6), Math.min(at, before))
    .some(({ folded }, i, words) => folded === "ve" && words[i - 1]?.folded !== "tro");
}

/** Words before whom or where something was said, which say nothing of about what. */
const SAYS_NOTHING = /^(?:voi|cung|cho|phia|ben|doan|luc|khi|hom|o|tai|nhung|cac|la|thi|da)$/u;
/** The words that ask with the nouns for any point before them: "chuyện gì", "những việc gì". */
function withNouns(list: PointsAsked["list"], { from, to }: PointsAsked["asks"]) {
  let first = from;
  while (first > 0 && ANY_POINT.has(list[first - 1]!.folded)) first--;
  return { from: first, to };
}

/**
 * The folded words by which a question says about what: neither those that say which meeting, who speaks and to
 * whom, nor those of the act and the asking.
 */
function subjectOf({ list, act, asks }: PointsAsked, names: Demands["names"]): Set<string> {
  const subject = new Set<string>();
  const asking = withNouns(list, asks);
  list.forEach(({ folded, start, end }, i) => {
    if ((i >= act.from && i < act.to) || (i >= asking.from && i < asking.to)) return;
    if (SAYS_NOTHING.test(folded)) return;
    if (/^\d/u.test(folded) || (folded === "quy" && /^[\div]/u.test(list[i + 1]?.folded ?? "")))
      return;
    // "hồi tháng 3/2023": when, not about what.
    if (WHEN.test(folded) && list.slice(i, i + 3).some((term) => /^\d/u.test(term.folded))) return;
    const name = names.find((one) => one.start < end && start < one.end);
    // Before the act stand those who meet; only "về …" tells there of what.
    if (i < act.from && !isAbout(list, i, act.from)) return;
    if (name !== undefined) {
      const at = list.findIndex((term) => term.start >= name.fullStart);
      const lead = list.slice(Math.max(0, at - 3), at).map((term) => term.folded);
      if (lead.some((word) => ADDRESSED.test(word))) return;
    }
    subject.add(folded);
  });
  return subject;
}

/**
 * Rates the units of an article by act, speaker and subject.
 *
 * @param speaker Whose words or deeds are asked for.
 * @param aliases Folded words of the offices that the article gives to the asked speaker.
 * @param isTheirs Whether a unit is said by the side that is asked; null where that is not known.
 * @param rankOf How the unit's sentence ranks among all sentences for the question: 0 for the best, 1 for the last.
 */
export function rateUnits(
  units: readonly ContentUnit[],
  { points: asked, names }: Demands & { readonly points: PointsAsked },
  { words: speaker }: AskedSpeaker,
  aliases: readonly (readonly string[])[],
  query: QueryModel,
  rankOf: (unit: ContentUnit) => number,
  isTheirs: (unit: ContentUnit) => boolean | null = () => null,
): RatedUnit[] {
  const wanted = subjectOf(asked, names);
  const held = units.map(({ terms }) => new Set(terms.map(({ folded }) => folded)));
  const frequency = (word: string) => held.filter((words) => words.has(word)).length;
  const subject = query.terms
    .filter(({ folded }) => wanted.has(folded) && !speaker.includes(folded))
    .map(({ folded, idf }) => ({
      word: folded,
      weight: idf * (1 - frequency(folded) / (units.length + 1)),
    }));
  const total = subject.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return units.map((unit, i) => {
    const nearest = (told: ReadonlySet<PointAct>) =>
      Math.max(0, ...[...told].map((one) => actNearness(asked.acts, one)));
    const near = Math.max(nearest(unit.acts), WHOLE_ACT * nearest(unit.around));
    const act = unit.carried ? CARRIED * near : near;
    const named = speaker.filter((word) => unit.speaker.includes(word)).length;
    const titled =
      unit.speaker.length > 1 &&
      aliases.some((alias) => unit.speaker.every((word) => alias.includes(word)));
    const theirs = isTheirs(unit);
    const share =
      theirs !== null
        ? Number(theirs)
        : speaker.length === 0 || titled
          ? 1
          : named / speaker.length;
    const around = new Set(unit.within?.map(({ folded }) => folded));
    const about = subject.reduce(
      (sum, { word, weight }) =>
        sum + weight * (held[i]!.has(word) ? 1 : around.has(word) ? WITHIN_CREDIT : 0),
      0,
    );
    const score =
      WEIGHT.act * act +
      WEIGHT.speaker * share +
      WEIGHT.subject * (about / total) -
      WEIGHT.rank * rankOf(unit) +
      (unit.lead === null || unit.lead.isHeading ? 0 : WEIGHT.item) +
      (unit.recorded ? WEIGHT.recorded : 0) +
      (asked.acts.has("given") && COUNTED.test(unit.text) ? WEIGHT.counted : 0) +
      BESIDE[unit.about];
    return { unit, score, act, speaker: share, subject: about / total };
  });
}

/** True for two items of a list, or two parts of a sentence. */
const isWithSame = (a: ContentUnit, b: ContentUnit): boolean =>
  (a.lead !== null && a.lead.start === b.lead?.start) ||
  (a.within !== null && a.within === b.within);

/**
 * The best units within a number of characters, in the order of the article.
 *
 * @param chars What the lines may take together.
 * @param isWhole True where all that a person did of the asked kind is asked for.
 */
export function choosePoints(
  rated: readonly RatedUnit[],
  chars: number,
  isWhole = false,
): RatedUnit[] {
  const isLead = ({ unit }: RatedUnit) =>
    unit.leads && rated.some((other) => other.unit.lead?.start === unit.start);
  const sorted = rated.filter((one) => !isLead(one)).sort((a, b) => b.score - a.score);
  const chosen: RatedUnit[] = [];
  let left = chars;
  for (const one of sorted) {
    if (chosen.length === MOST_LISTED) break;
    if (chosen.length >= MOST_POINTS && !chosen.some((other) => isWithSame(other.unit, one.unit)))
      continue;
    const gap = isWhole && one.act >= EXACT && one.speaker === 1 ? OWN_GAP : GAP;
    if (one.score < sorted[0]!.score - gap) continue;
    const length = one.unit.end - one.unit.start + 6;
    if (length > left && chosen.length > 0) continue;
    // Who met whom stands on the line above.
    if (BESIDE_TALKS.has(one.unit.about) && chosen.length > 0) continue;
    chosen.push(one);
    left -= length;
  }
  return chosen.sort((a, b) => a.unit.start - b.unit.start);
}
