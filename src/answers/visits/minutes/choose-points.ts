import type { PointAct } from "../../../model/index.ts";
import { isTitle } from "../../question/index.ts";
import type { QueryModel } from "../../search/index.ts";
import { actNearness, type Demands, type PointsAsked } from "../asked/index.ts";
import type { ContentUnit } from "./content-units.ts";

/** An answer has at most so many points. */
export const MOST_POINTS = 5;
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
/** "20 nghìn khẩu trang, 500 bộ quần áo": what was given is told by what is counted. */
const COUNTED =
  /(?<![\d/-])\d[\d.,]{0,12} ?(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ|bộ|chiếc|suất|phần|tấn|kg|đôi|khẩu|hộp|thùng|máy|con|cây|xe|đồng|usd|nhân dân tệ|cuốn|bức|quyển|tủ|ghế|bàn)(?!\p{L})/iu;
/** Credit for an act that is the sentence's before. */
const CARRIED = 0.7;
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
const JOINT: ReadonlySet<PointAct> = new Set(["discussed", "agreed", "signed"]);

/** A unit with how well it meets the question. */
export interface RatedUnit {
  readonly unit: ContentUnit;
  readonly score: number;
  /** 1: what is asked was done in it; 0.5 something like it; 0 something else. */
  readonly act: number;
  /** Share of the words that name the asked speaker; 1 where none is asked. */
  readonly speaker: number;
}

/** Folded words by which a question names who speaks: the last name before the act, else the words right before it. */
export function askedSpeaker({
  points: { list, act, acts },
  names,
}: Pick<Demands, "names"> & { readonly points: PointsAsked }): {
  readonly words: readonly string[];
  /** True for a person: nobody else's words answer. */
  readonly person: boolean;
  /** The name, where one is typed. */
  readonly name: Demands["names"][number] | null;
} {
  const right = list.slice(Math.max(0, act.from - 2), act.from).map(({ marked }) => marked);
  const ownWords = list
    .slice(Math.max(0, act.from - 2), act.from)
    .map(({ folded }) => folded)
    .join(" ");
  const isBoth = right.at(-1) === "họ" || right.join(" ") === "hai bên";
  if (isBoth || [...acts].some((one) => JOINT.has(one)))
    return { words: [], person: false, name: null };
  const from = list[act.from]?.start ?? 0;
  // "Lúc gặp lại Sùng Tả, tỉnh mình xin gì": whom somebody met does not speak.
  const before = names.filter(({ end, fullStart }) => {
    const at = list.findIndex((term) => term.start >= fullStart);
    return end <= from && !(OWN_SIDE.test(ownWords) && MET.test(list[at - 1]?.folded ?? ""));
  });
  const named = before.find(({ kind }) => kind === "person") ?? before.at(-1);
  if (named !== undefined) {
    // "A và B cần …": both, and neither alone.
    const alone = before.filter(({ kind }) => kind === named.kind).length === 1;
    return {
      words: named.words,
      // "Giám đốc", "Chủ tịch": whoever held the office, and no name.
      person: named.kind === "person" && !isTitle(named.name),
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

/** The Vietnamese side, as people there call it, folded. */
const OWN_SIDE = /^(?:tinh|phia|ben|doan|nuoc) (?:minh|ta)$/u;
const MET = /^(?:gap|lai|voi|cung|tiep|don|tham|chao|tai|o|sang)$/u;
const WHEN = /^(?:hoi|ngay|thang|nam|hom|luc|dau|cuoi|giua|trong|vao)$/u;
/** What stands before whom a matter is put to: "với", "cho", "cùng", "phía". */
const ADDRESSED = /^(?:voi|cung|cho|phia|gui|toi|den)$/u;
/** True where "về" or "liên quan" leads up to a word, with at most six words between. */
function isAbout(list: PointsAsked["list"], at: number, before: number): boolean {
  return list
    .slice(Math.max(0, at - 6), Math.min(at, before))
    .some(({ folded }, i, words) => folded === "ve" && words[i - 1]?.folded !== "tro");
}

/**
 * The folded words by which a question says about what: neither those that say which meeting, who speaks and to
 * whom, nor those of the act and the asking.
 */
function subjectOf({ list, act, asks }: PointsAsked, names: Demands["names"]): Set<string> {
  const subject = new Set<string>();
  list.forEach(({ folded, start, end }, i) => {
    if ((i >= act.from && i < act.to) || (i >= asks.from && i < asks.to)) return;
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
 * @param aliases Folded words of the offices that the article gives to the asked speaker.
 * @param isTheirs Whether a unit is said by the side that is asked; null where that is not known.
 * @param rankOf How the unit's sentence ranks among all sentences for the question: 0 for the best, 1 for the last.
 */
export function rateUnits(
  units: readonly ContentUnit[],
  { points: asked, names }: Demands & { readonly points: PointsAsked },
  aliases: readonly (readonly string[])[],
  query: QueryModel,
  rankOf: (unit: ContentUnit) => number,
  isTheirs: (unit: ContentUnit) => boolean | null = () => null,
): RatedUnit[] {
  const { words: speaker } = askedSpeaker({ points: asked, names });
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
    const near = Math.max(0, ...[...unit.acts].map((told) => actNearness(asked.acts, told)));
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
      (unit.lead === null ? 0 : WEIGHT.item) +
      (unit.recorded ? WEIGHT.recorded : 0) +
      (asked.acts.has("given") && COUNTED.test(unit.text) ? WEIGHT.counted : 0) +
      BESIDE[unit.about];
    return { unit, score, act, speaker: share };
  });
}

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
    if (chosen.length === MOST_POINTS) break;
    const gap = isWhole && one.act === 1 && one.speaker === 1 ? OWN_GAP : GAP;
    if (one.score < sorted[0]!.score - gap) continue;
    const length = one.unit.end - one.unit.start + 6;
    if (length > left && chosen.length > 0) continue;
    // Who met whom stands on the line above.
    if (one.unit.about !== "matter" && chosen.length > 0) continue;
    chosen.push(one);
    left -= length;
  }
  return chosen.sort((a, b) => a.unit.start - b.unit.start);
}
