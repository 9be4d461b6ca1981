import { isFurniture, isPictureMark, isStamp } from "../../../articles/parse/index.ts";
import {
  fold,
  foldedTerms,
  matchesIn,
  readOnce,
  sentences,
  terms,
} from "../../../language/text/index.ts";
import type { Article, CitedPoint, Passage, PointAct } from "../../../model/index.ts";
import { LIST_ITEM } from "../../../visits/read/index.ts";
import { nameInsertions } from "../../passages/index.ts";
import { actsIn } from "../asked/index.ts";
import { CAPITALS } from "./meeting-parts.ts";
import {
  ANNOUNCES,
  aboutOf,
  type ContentUnit,
  isBelow,
  leadsUp,
  NEW_SPEAKER,
  ORDINAL,
  OUTCOME,
} from "./unit-kinds.ts";
import { withPoints } from "./unit-parts.ts";

/** Captions and credits by their label: "Ảnh của …", "… Ảnh: TTXVN". */
const LABELLED =
  /^(?:\[?\(?(?:ảnh|hình|hình ảnh|clip|photo|video|nguồn|bài, ảnh|tin, ảnh|tác giả|người viết|biên tập)(?::|,| của|\])|!\[)|(?:ảnh|nguồn|nguồn ảnh): ?[^.]{1,60}$/iu;
/** Whoever is meant stands in the sentence before. */
const PRONOUN =
  /^(?:(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Nn]gài|[Vv]ị này|[Hh]e|[Ss]he|[Tt]he (?:diplomat|ambassador|secretary|chairman|chairwoman|governor|official|guest|host))\s+(?=\p{Ll})|[他她])/u;
/** What goes on with the words of whoever spoke before. */
const CONTINUES =
  /^(?:trong (?:số )?đó|theo đó|cụ thể|bên cạnh đó|ngoài ra|đồng thời|cùng với đó|do đó|vì vậy|qua đó|đặc biệt)(?!\p{L})/iu;
/** Words of a sentence that begins with its act among which it names who does it. */
const NEAR_ACT = 12;
/** "Kế nhiệm bà …", "thay ông …": who was there before does not speak. */
const FORMER =
  /(?<!\p{L})(?:kế nhiệm|kế vị|tiếp quản từ|thay(?: cho| thế)?)\s(?:ông|bà|đồng chí|ngài) (\p{Lu}\p{L}{0,9}(?: \p{Lu}\p{L}{0,9}){1,3})/gu;
/** Who is only told to have been there before, folded. */
const formerOf = readOnce(
  ({ text }: Article): ReadonlySet<string> =>
    new Set(matchesIn(text, FORMER).map((match) => fold(match[1]!))),
);
/** Words of a speaker that say nothing of who it is. */
const PLAIN = new Set(
  "dong chi ong ba ngai theo tai ve phia ben cung da duoc moi minh voi va la cua cho rang khi trong o cac nhung the he she mr mrs ms and of in".split(
    " ",
  ),
);

/** The units of an article's report in its order, with the points of its record put in place of long sentences. */
export function contentUnits(article: Article, points: readonly CitedPoint[]): ContentUnit[] {
  const units: ContentUnit[] = [];
  let lead: ContentUnit | null = null;
  let previous: ContentUnit | null = null;
  // What announces matters at the end of its paragraph leads to marked items alone.
  let atEnd = false;
  const blocks = article.blocks.filter(({ kind }) => kind !== "byline");
  const textOf = ({ start, end }: Passage) => article.text.slice(start, end);
  for (const [i, block] of blocks.entries()) {
    const text = textOf(block);
    if (block.kind === "heading" || CAPITALS.test(text)) {
      lead = headingOf(text, block.start, article);
      previous = lead;
      atEnd = false;
      continue;
    }
    const next = blocks[i + 1];
    const isCaption = block.kind === "caption";
    let isFirst = true;
    const ranges = sentences(text);
    for (const [at, range] of ranges.entries()) {
      const own = text.slice(range.start, range.end);
      const isBeside =
        isCaption || isFurniture(own) || isStamp(own) || isPictureMark(own) || LABELLED.test(own);
      // What announces matters without a colon leads only to those of its own paragraph that nobody else speaks.
      if (
        lead !== null &&
        !lead.text.endsWith(":") &&
        NEW_SPEAKER.test(own) &&
        !LIST_ITEM.test(own) &&
        !ORDINAL.test(own)
      )
        lead = null;
      const isItem: boolean =
        LIST_ITEM.test(own) ||
        (lead !== null && ORDINAL.test(own)) ||
        (isFirst && lead !== null && !atEnd && isBelow(lead.isHeading, own, ranges.length));
      if (!isBeside && isFirst && !isItem) lead = null;
      const before: ContentUnit | null = isFirst && !isItem ? null : previous;
      const behind = ranges[at + 1];
      const following = () =>
        behind !== undefined
          ? text.slice(behind.start, behind.end)
          : next === undefined
            ? ""
            : textOf(next);
      const plain: ContentUnit = unitOf(own, block.start + range.start, { lead, before, article });
      const unit: ContentUnit = plain.leads
        ? plain
        : { ...plain, leads: !isItem && leadsUp(own, following) };
      if (isBeside) {
        units.push({ ...unit, about: "caption" });
        continue;
      }
      isFirst = false;
      previous = unit;
      const told = withPoints(unit, points, formerOf(article));
      units.push(...told);
      if (unit.leads) {
        // Who speaks may be known from the record alone.
        lead = { ...unit, speaker: [...unit.speaker, ...told.flatMap((one) => one.speaker)] };
        atEnd = range === ranges.at(-1) && !/[:：]$/u.test(own);
      }
    }
  }
  return units;
}

/** A heading that names an act leads up to what stands below it: "Những việc đã chốt"; null for others. */
function headingOf(text: string, start: number, article: Article): ContentUnit | null {
  const unit = unitOf(`${text}:`, start, { lead: null, before: null, article });
  const acts = new Set([...unit.acts, ...(OUTCOME.test(text) ? (["agreed"] as const) : [])]);
  return acts.size === 0 ? null : { ...unit, end: start + text.length, acts, isHeading: true };
}

const NONE: ReadonlySet<PointAct> = new Set();

/** What leads up to a sentence. */
interface Context {
  /** The sentence with a colon that it stands under. */
  readonly lead: ContentUnit | null;
  /** The sentence before it, where it goes on from there. */
  readonly before: ContentUnit | null;
  readonly article: Article;
}

function unitOf(text: string, start: number, { lead, before, article }: Context): ContentUnit {
  const list = terms(text);
  const found = actsIn(list);
  const own = new Set(found.map(({ act }) => act));
  const carried = own.size === 0 && lead === null && before !== null;
  const goesOn = before !== null && ORDINAL.test(text);
  const acts = carried
    ? before.acts
    : new Set([...own, ...(lead?.acts ?? []), ...(goesOn ? before.acts : [])]);
  const former = matchesIn(text, FORMER);
  const isFormer = (at: number) =>
    former.some(({ index, 0: words }) => at >= index && at < index + words.length);
  const subject = list
    .slice(0, Math.min(found[0]?.from ?? 0, 24))
    .filter((term) => !isFormer(term.start))
    .map(({ folded }) => folded)
    .filter((word) => !PLAIN.has(word) && !/^\d/u.test(word));
  const names = nameInsertions({ start, text }, article)
    .filter(({ kind }) => kind === "name")
    .flatMap(({ text: name }) => foldedTerms(name));
  const isOpen = subject.length === 0 || PRONOUN.test(text) || CONTINUES.test(text);
  // "Món quà A gửi B gồm …": who gives stands behind.
  const behind = found[0]?.from === 0 ? list.slice(found[0].to, NEAR_ACT).map((t) => t.folded) : [];
  const speaker =
    lead !== null || goesOn
      ? (lead ?? before!).speaker
      : isOpen
        ? [...subject, ...behind, ...(before?.speaker ?? [])]
        : subject;
  return {
    start,
    end: start + text.length,
    text,
    terms: list,
    within: null,
    acts,
    around: NONE,
    carried,
    speaker: [...speaker, ...names],
    lead: lead === null ? null : { start: lead.start, end: lead.end, isHeading: lead.isHeading },
    isHeading: false,
    leads: /[:：]$/u.test(text) || ANNOUNCES.test(text),
    about: aboutOf(text, lead === null, acts.size, own.size),
    side: null,
    recorded: false,
  };
}
