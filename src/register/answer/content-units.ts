import type { Article } from "../../ingest/article.ts";
import { sentences } from "../../text/sentences.ts";
import { type Term, terms } from "../../text/terms.ts";
import { actsIn } from "../question/acts.ts";
import type { CitedPoint, Passage, PointAct } from "../visit.ts";

/** A sentence, an item of a list or a point of an article, with who does what in it. */
export interface ContentUnit extends Passage {
  readonly text: string;
  readonly terms: readonly Term[];
  readonly acts: ReadonlySet<PointAct>;
  /** Folded words that name who speaks: of the unit itself or of what leads up to it. */
  readonly speaker: readonly string[];
  /** The sentence with the colon under which it stands; null for what stands in no list. */
  readonly lead: Passage | null;
  /** True for a sentence that only leads up to the items behind it. */
  readonly leads: boolean;
  /** What it is besides a matter of the talks. */
  readonly about: "matter" | "meeting" | "participants";
  /** True where the record of the meeting has it among its points. */
  readonly recorded: boolean;
}

/** Longer sentences are shown by their recorded points, where they have any. */
const WHOLE_CHARS = 220;
const ITEM =
  /^(?:[-–•+*▪●○]|\(?\d{1,2}[.)]|\(?[a-zđ]\)|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy)(?!\p{L}))\s*/iu;
/** Furniture of pages that stands among the paragraphs. */
const FURNITURE =
  /^(?:[»>|#©★]|\[?\(?(?:ảnh|hình|hình ảnh|clip|photo|video|nguồn|bài, ảnh|tag|từ khóa|xem thêm|đọc thêm|tin đọc tiếp|read more|other news|chia sẻ|theo dõi)(?::|,| của|\])|https?:|www\.|!\[)|(?:ảnh|nguồn|nguồn ảnh): ?[^.]{1,60}$/iu;
/** A sentence of who took part. */
const PARTICIPANTS =
  /^(?:(?:cùng |tham |về |tới |đến )*dự\s|(?:cùng|tham) (?:tiếp|gia|đi)\s|tháp tùng|về phía|phía [^.:]{1,60} (?:có|gồm)\s|thành phần|đoàn (?:có|gồm)\s|đi cùng)/iu;
/** What two sides do with one another, whatever else they do. */
const MEETING =
  /(?<!\p{L})(?:tiếp|đón|đón tiếp|hội đàm|hội kiến|làm việc|đến thăm|sang thăm|thăm|gặp|gặp gỡ|dẫn đầu|trưởng đoàn|chủ trì)(?!\p{L})/iu;
const WHEN = /\d{1,2}[-/.]\d{1,2}|(?:sáng|chiều|tối|trưa|ngày|hôm) (?:nay|qua|\d)|vừa qua/iu;
/** Whoever is meant stands in the sentence before. */
const PRONOUN = /^(?:ông|bà|đồng chí|ngài|vị này)\s+(?=\p{Ll})/iu;
/** Words of a speaker that say nothing of who it is. */
const PLAIN = new Set(
  "dong chi ong ba ngai theo tai ve phia ben cung da duoc moi minh voi va la cua cho rang khi trong o cac nhung the".split(
    " ",
  ),
);

/** The units of an article's report in its order, with the points of its record put in place of long sentences. */
export function contentUnits(article: Article, points: readonly CitedPoint[]): ContentUnit[] {
  const units: ContentUnit[] = [];
  let lead: ContentUnit | null = null;
  let previous: readonly string[] = [];
  for (const block of article.blocks) {
    if (block.kind !== "lead" && block.kind !== "paragraph") continue;
    const text = article.text.slice(block.start, block.end);
    for (const range of sentences(text)) {
      const own = text.slice(range.start, range.end);
      if (FURNITURE.test(own)) continue;
      const isItem = ITEM.test(own);
      if (!isItem) lead = null;
      const unit = unitOf(own, block.start + range.start, isItem ? lead : null, previous);
      previous = unit.speaker;
      units.push(...withPoints(unit, points));
      if (unit.leads) lead = unit;
    }
  }
  return units;
}

function unitOf(
  text: string,
  start: number,
  lead: ContentUnit | null,
  previous: readonly string[],
): ContentUnit {
  const list = terms(text);
  const found = actsIn(list);
  const acts = new Set(found.map(({ act }) => act));
  const subject = list
    .slice(0, Math.min(found[0]?.from ?? 0, 24))
    .map(({ folded }) => folded)
    .filter((word) => !PLAIN.has(word) && !/^\d/u.test(word));
  const isOpen = subject.length === 0 || PRONOUN.test(text);
  if (lead !== null) for (const act of lead.acts) acts.add(act);
  return {
    start,
    end: start + text.length,
    text,
    terms: list,
    acts,
    speaker: lead !== null ? lead.speaker : isOpen ? [...subject, ...previous] : subject,
    lead: lead === null ? null : { start: lead.start, end: lead.end },
    leads: /[:：]$/u.test(text),
    about: PARTICIPANTS.test(text)
      ? "participants"
      : lead === null && MEETING.test(text) && (acts.size === 0 || WHEN.test(text))
        ? "meeting"
        : "matter",
    recorded: false,
  };
}

/** A unit with what the record says of it; a long one is told by its recorded points. */
function withPoints(unit: ContentUnit, points: readonly CitedPoint[]): ContentUnit[] {
  const own = points.filter(({ start, end }) => start < unit.end && unit.start < end);
  if (own.length === 0) return [unit];
  const within = own.filter(({ start, end }) => start >= unit.start && end <= unit.end);
  const wordsOf = (name: string | null) =>
    name === null ? [] : terms(name).map(({ folded }) => folded);
  if (unit.text.length <= WHOLE_CHARS || within.length === 0)
    return [
      {
        ...unit,
        acts: new Set([...unit.acts, ...own.map(({ act }) => act)]),
        speaker: [...unit.speaker, ...own.flatMap(({ speaker }) => wordsOf(speaker))],
        about: "matter",
        recorded: true,
      },
    ];
  return within.map(({ start, end, text, act, speaker }) => ({
    start,
    end,
    text,
    terms: terms(text),
    acts: new Set([act]),
    speaker: [...unit.speaker, ...wordsOf(speaker)],
    lead: unit.lead,
    leads: false,
    about: "matter",
    recorded: true,
  }));
}
