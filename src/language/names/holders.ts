import type { Entity, Holder } from "../../model/index.ts";
import { rowCells } from "../text/index.ts";
import { namesIn } from "./names.ts";

const HONORIFIC = /^(?:ông|bà|đồng chí|đ\/c|ngài)[.:]?\s+/iu;

/**
 * Who holds which position by the row of a table ("Họ và tên: A; Chức vụ: B; Đơn vị: C"): the position reaches to the
 * end of the unit. Null for a sentence that is no row with names and positions of their own.
 */
function rowHolders(sentence: string): Holder[] | null {
  const cells = rowCells(sentence);
  const name = cells?.find(({ role }) => role === "name");
  const position = cells?.find(({ role }) => role === "position");
  if (cells === null || name === undefined || position === undefined) return null;
  const unit = cells.find(({ role, start }) => role === "unit" && start > position.end);
  const skipped = HONORIFIC.exec(sentence.slice(name.start, name.end))?.[0].length ?? 0;
  const person: Entity = { type: "person", start: name.start + skipped, end: name.end };
  const positions: Entity[] = [];
  let start = position.start;
  for (const part of sentence.slice(position.start, position.end).split(", ")) {
    positions.push({ type: "position", start, end: unit?.end ?? start + part.length });
    start += part.length + 2;
  }
  return [{ person, positions }];
}

/** What may stand between a position and the name behind it: nothing, a comma, "là đồng chí". */
const BEFORE_NAME = /^\s*(?:,\s*)?(?:(?:là|tên là)\s+)?(?:(?:ông|bà|đồng chí|ngài|đ\/c)\s+)?$/iu;
/** What leads from a name to a position behind it. */
const BEHIND_NAME =
  /^(?:\s*,\s*(?:(?:Ban )?Thường vụ [^,;.]{3,40},\s*)?|\s*\(\s*|\s+[-–]\s+|\s+(?:hiện )?(?:là|giữ chức(?: vụ)?|làm|được (?:bầu|cử|bổ nhiệm) (?:làm|là|giữ chức(?: vụ)?))\s+)$/iu;
const BETWEEN_POSITIONS = /^(?:\s*,\s*|\s+kiêm\s+|\s+và\s+|\s*-\s*)$/u;
const CLAUSE_END = /[,;.()]|\s[-–]\s/u;
/** An office held no longer answers nobody's question for who holds it. */
const FORMER = /(?:cựu|nguyên|cố)\s*$/iu;

/** Reads who holds which position in one sentence. */
export function holdersIn(sentence: string): Holder[] {
  const ofRow = rowHolders(sentence);
  if (ofRow !== null) return ofRow;
  const entities = namesIn(sentence);
  return entities.flatMap((person, i): Holder[] => {
    if (person.type !== "person") return [];
    const before = positionsBefore(sentence, entities, i);
    const behind = positionsBehind(sentence, entities, i);
    return [{ person, positions: [...before, ...behind] }];
  });
}

function isCurrent(sentence: string, { start }: Entity): boolean {
  return !FORMER.test(sentence.slice(0, start));
}

function positionsBefore(sentence: string, entities: readonly Entity[], at: number): Entity[] {
  const found: Entity[] = [];
  let next = entities[at]!;
  let gap = BEFORE_NAME;
  for (let i = at - 1; i >= 0; i--) {
    const entity = entities[i]!;
    const inner = isPlaceOf(sentence, entity, entities[i - 1]);
    const position = inner ? entities[--i]! : entity;
    const end = Math.max(position.end, entity.end);
    if (position.type !== "position" || !gap.test(sentence.slice(end, next.start))) break;
    // "X, Chủ tịch tỉnh, ông Y": the position is X's.
    if (
      /,/u.test(sentence.slice(end, next.start)) &&
      entities[i - 1]?.type === "person" &&
      BEHIND_NAME.test(sentence.slice(entities[i - 1]!.end, position.start))
    )
      break;
    next = { ...position, end };
    if (isCurrent(sentence, next)) found.unshift(next);
    gap = BETWEEN_POSITIONS;
  }
  // "Báo cáo với Chủ tịch tỉnh, Giám đốc X cho biết": a list behind a preposition may be of two persons.
  const first = found[0];
  const isList =
    found.length > 1 && /(?:với|cho|của|tới|gửi)\s+$/u.test(sentence.slice(0, first!.start));
  return isList ? found.slice(-1) : found;
}

/** "Đại sứ Trung Quốc tại Việt Nam Hùng Ba": the place goes on the position before it. */
function isPlaceOf(sentence: string, place: Entity, position: Entity | undefined): boolean {
  return (
    (place.type === "place" || place.type === "organisation") &&
    position?.type === "position" &&
    /^\s+(?:(?:tại|ở|của)\s+)?(?:[\p{L}\p{M}]+\s+){0,4}$/u.test(
      sentence.slice(position.end, place.start),
    )
  );
}

function positionsBehind(sentence: string, entities: readonly Entity[], at: number): Entity[] {
  const found: Entity[] = [];
  let end = entities[at]!.end;
  let gap = BEHIND_NAME;
  for (const entity of entities.slice(at + 1)) {
    if (entity.start < end) continue;
    // The body in "Thường vụ Thành ủy, Phó Thị trưởng".
    if (entity.type === "organisation" && found.length === 0) continue;
    if (entity.type !== "position" || !gap.test(sentence.slice(end, entity.start))) break;
    const rest = sentence.slice(entity.end);
    // "X, người phát ngôn …, Tổng thống Moon cho rằng": that office is the next one's.
    if (entities.some(({ type, start }) => type === "person" && start === entity.end + 1)) break;
    const stop = CLAUSE_END.exec(rest)?.index ?? rest.length;
    const tail = /^\s+(?:tại|ở|của)\s/u.test(rest) ? stop : 0;
    const position = { ...entity, end: entity.end + tail };
    if (isCurrent(sentence, position)) found.push(position);
    end = position.end;
    gap = BETWEEN_POSITIONS;
  }
  return found;
}
