import { type CellRole, type RowCell, rowCells, sentences } from "../../language/text/index.ts";
import type { Article, Block } from "../../model/index.ts";

/** A row of a schedule of visits, and the sentence that says the same. */
export interface VisitRow {
  readonly block: Block;
  readonly sentence: string;
  /** What the visit was about, as the row has it, or null. */
  readonly topic: string | null;
}

const HONORED = /^(?:ông|bà|đồng chí|đ\/c|ngài|mr|ms)[.:]?\s/iu;
const OFFICE =
  /^(?:(?:nguyên|quyền) )?(?:phó |đồng chí )?(?:bí thư|chủ tịch|chủ nhiệm|giám đốc|trưởng|thị trưởng|huyện trưởng|châu trưởng|tỉnh trưởng|cục trưởng|chánh|tổng|đại sứ|bộ trưởng|thứ trưởng|lãnh đạo|ủy viên|ubnd|hđnd|sở|ban|văn phòng)/iu;

/**
 * Reads the row of a table, or a day with its items, as a sentence of a report, so that it is read by the same rules:
 * who received whom, when, where. Null for a text that is none, or tells of no visit.
 */
export function visitRow(article: Article, block: Block): VisitRow | null {
  if (block.kind !== "lead" && block.kind !== "paragraph") return null;
  const text = article.text.slice(block.start, block.end);
  const cells = rowCells(text);
  return cells === null ? visitOfDay(text, block) : visitOfCells(article, block, text, cells);
}

const DAY_LINE =
  /^((?:(?:sáng|chiều|tối|trưa|thứ \p{L}{2,4}|chủ nhật),? )?(?:ngày )?\d{1,2}[\d/. -]{1,9}): (.{10,1500})$/iu;
const RECEIVES =
  /^(.{4,200}?),? (?:tiếp|đón|chủ trì tiếp)(?: và làm việc)?(?: với)?(?: đoàn)?\.?$/iu;

/** "Ngày 06/5/2024: Đoàn A do ông B dẫn đầu; Chủ tịch UBND tỉnh C tiếp". */
function visitOfDay(text: string, block: Block): VisitRow | null {
  const [, day, rest] = DAY_LINE.exec(text) ?? [];
  if (day === undefined || rest === undefined) return null;
  // A diary goes on in sentences: no row.
  if (sentences(rest).length > 1) return null;
  const when = /^\d/u.test(day) ? `Ngày ${day}` : day;
  const parts = rest.split("; ");
  const host = parts.map((part) => RECEIVES.exec(part)?.[1]).find((one) => one !== undefined);
  const guest = parts.find((part) => /^đoàn\s/iu.test(part));
  if (parts.length === 1) return { block, sentence: `${when}, ${lowered(rest)}`, topic: null };
  if (host === undefined || guest === undefined) return null;
  const party = lowered(guest).replace(/[.,]$/u, "");
  return { block, sentence: `${when}, ${person(host, null)} tiếp ${party}.`, topic: null };
}

function visitOfCells(
  article: Article,
  block: Block,
  text: string,
  cells: readonly RowCell[],
): VisitRow | null {
  const of = (role: CellRole) => {
    const values = cells
      .filter((cell) => cell.role === role)
      .map(({ start, end }) => text.slice(start, end).trim());
    return values.length === 0 ? null : values.join(", ");
  };
  const guest = of("guest")?.replaceAll(";", ",") ?? null;
  const head = of("head");
  const host = of("host");
  const goal = of("goal");
  if ((guest === null && head === null) || (host === null && of("date") === null && goal === null))
    return null;
  const party = delegation(guest, of("origin"));
  const led = head === null ? "" : ` do ${person(head, of("position"))} làm trưởng đoàn`;
  const place = of("place");
  const at = place === null ? "" : `, tại ${lowered(place)}`;
  const day = of("date");
  const when = day === null ? "" : /^(?:ngày|sáng|chiều|tối|từ)/iu.test(day) ? day : `Ngày ${day}`;
  const front = when === "" ? "" : `${when}${at}, `;
  const behind = when === "" && place !== null ? ` tại ${lowered(place)}` : "";
  const sentence =
    host !== null
      ? `${front}${person(host, null)} tiếp ${party}${led}${behind}.`
      : `${when === "" ? "" : `${when}, `}${party}${led.replace("làm trưởng đoàn", "dẫn đầu")} đã thăm, làm việc tại ${lowered(goal ?? place ?? homeOf(article))}.`;
  return {
    block,
    sentence: sentence.replace(/^\p{Ll}/u, (ch) => ch.toUpperCase()),
    topic: of("topic"),
  };
}

function delegation(guest: string | null, origin: string | null): string {
  const from = origin === null || guest?.includes(origin) ? "" : ` (${origin})`;
  if (guest === null) return `đoàn${from === "" ? " công tác" : ` ${origin}`}`;
  const named = lowered(guest);
  return `${/^(?:đoàn|phái đoàn|ông|bà|đồng chí|đại sứ)(?!\p{L})/iu.test(named) ? named : `đoàn ${named}`}${from}`;
}

/** "Lý Xuân Mai, Phó Châu trưởng" → "ông Lý Xuân Mai, Phó Châu trưởng,": a name alone is no person to a reader. */
function person(value: string, position: string | null): string {
  const [first, ...rest] = value.split(/\s{0,9};\s{0,9}/u);
  const whole = position === null || first!.includes(position) ? first! : `${first}, ${position}`;
  const named = HONORED.test(whole) || OFFICE.test(whole) ? lowered(whole) : `ông ${whole}`;
  const closed = named.includes(",") && !/\)$/u.test(named) ? `${named},` : named;
  return rest.length === 0 ? closed : closed.replace(/,$/u, "");
}

/** A province is named in the title of a list where no row repeats it. */
const homeOf = ({ title }: Article) =>
  /(?:tỉnh|thành phố) \p{Lu}\S+(?: \p{Lu}\S+){0,2}/u.exec(title)?.[0] ?? "tỉnh";

/** Within a sentence "Đoàn", "Ông", "Trụ sở" begin small; names and abbreviations stay. */
function lowered(text: string): string {
  return /^(?:Đoàn|Ông|Bà|Đồng chí|Trụ sở|Thành phố|Tỉnh|Huyện|Cửa khẩu|Châu|Thị|Khu|Phòng|Hội trường|Nhà khách)(?!\p{L})/u.test(
    text,
  )
    ? text[0]!.toLowerCase() + text.slice(1)
    : text;
}
