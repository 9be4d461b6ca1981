/**
 * Rows of tables as the ingest writes them: "Ngày: 18/5/2024; Đoàn: Châu Văn Sơn; Trưởng đoàn: Bà Lý Xuân Mai, Phó
 * Châu trưởng". What each cell is, is told by the head of its column.
 */
import { fold } from "./fold.ts";

/** What a cell of a list or schedule of visits holds. */
export type CellRole =
  | "date"
  | "time"
  | "guest"
  | "head"
  | "host"
  | "place"
  | "goal"
  | "origin"
  | "topic"
  | "name"
  | "position"
  | "unit";

/** A cell; its range is that of its value in the row. */
export interface RowCell {
  readonly label: string;
  readonly role: CellRole | null;
  readonly start: number;
  readonly end: number;
}

/** Heads of columns without marks, the narrower ones first. */
const ROLES: readonly (readonly [CellRole, RegExp])[] = [
  ["head", /^(?:truong doan|(?:nguoi )?(?:dan dau|dung dau)|lanh dao doan|团长|head|leader)/u],
  ["goal", /^(?:noi|nuoc|dia (?:diem|ban|phuong)|tinh) (?:den|toi|di)/u],
  ["place", /^(?:noi(?! dung)|dia diem|dia ban|place|venue|location|地点)(?! cong tac| sinh)/u],
  ["date", /^(?:ngay|thoi gian|thoi diem|date|day|日期|时间)/u],
  ["time", /^(?:gio|buoi|time)/u],
  [
    "host",
    /^(?:(?:(?:nguoi|can bo|ben|don vi|co quan|lanh dao|dai dien|chu tich|tinh)(?: \p{L}{1,20}){0,4}? )?(?:tiep|don|chu tri|chu nha)(?: (?:doan|khach))?|host)$/u,
  ],
  [
    "guest",
    /^(?:(?:ten |cac )?doan(?: (?:khach|cong tac|dai bieu|vao|ra|den|di|tham|nuoc ngoai))*|(?:ten )?khach|phia (?:khach|ban|trung quoc|nuoc ngoai)|代表团|delegation|guest)$/u,
  ],
  ["origin", /^(?:nuoc|quoc gia|quoc tich|tinh|tinh, nuoc|dia phuong|tu nuoc)$/u],
  [
    "topic",
    /^(?:noi dung|muc dich|chuong trinh|hoat dong|cong viec|su kien|content|purpose|topic|内容)/u,
  ],
  ["name", /^(?:ho(?: va)?,? ten|ten|name|姓名)/u],
  ["position", /^(?:chuc (?:vu|danh)|position|title|职务)/u],
  ["unit", /^(?:don vi|co quan|to chuc|noi cong tac|单位)/u],
];

const LABEL = /^[\p{L}][^:;.?!]{0,60}$/u;
/** A row tells several things of one matter; "Cùng dự có: A; B" tells one. */
const MIN_CELLS = 2;
const MAX_ROW_CHARS = 4_000;

/** The role of a column by its head; of a head in levels ("Phía khách – Trưởng đoàn") the lowest that tells. */
export function roleOf(label: string): CellRole | null {
  const levels = fold(label).split(" – ").reverse();
  for (const level of levels) {
    const role = ROLES.find(([, heads]) => heads.test(level.trim()))?.[0];
    if (role !== undefined) return role;
  }
  return null;
}

/** The cells of a row, or null where the text is none: fewer than two cells of a known role. */
export function rowCells(text: string): RowCell[] | null {
  if (text.length > MAX_ROW_CHARS || !text.includes(": ")) return null;
  const cells: RowCell[] = [];
  let start = 0;
  for (let next = 0; start < text.length; start = next) {
    const stop = text.indexOf("; ", start);
    const end = stop < 0 ? text.length : stop;
    next = stop < 0 ? text.length : stop + 2;
    const from = cells.length === 0 ? start + dayBefore(text.slice(start, end)) : start;
    if (from > start) cells.push({ label: "", role: "date", start, end: from - 2 });
    start = from;
    const part = text.slice(start, end);
    const colon = part.search(/[:：]\s/u);
    const label = colon < 0 ? "" : part.slice(0, colon);
    const last = cells.at(-1);
    if (LABEL.test(label) && label.split(" ").length <= 9 && (cells.length < 2 || isHead(label))) {
      cells.push({ label, role: roleOf(label), start: start + colon + 2, end });
    } else if (last === undefined) {
      // The day over a part of a table stands before its rows.
      cells.push({ label: "", role: /\d/u.test(part) ? "date" : null, start, end });
    } else cells[cells.length - 1] = { ...last, end };
  }
  const known = cells.filter(({ role }) => role !== null).length;
  return known >= MIN_CELLS && cells[0]!.label + cells[0]!.role !== "" ? cells : null;
}

/** Length of "Ngày 06/5/2024: " before the first cell. */
const dayBefore = (part: string) =>
  /^(?:\p{L}{2,5} ){0,4}\d{1,2}[\d/.\- ]{0,12}: /u.exec(part)?.[0].length ?? 0;

/** "Bà Hoa: …" behind a semicolon belongs to the cell before it. */
const isHead = (label: string) => roleOf(label) !== null || /^\p{Lu}/u.test(label);
