/** Sheets of visits (.xlsx, .csv): the lines above the heads of columns, and every row as one line. */
import { collapseSpaces, type roleOf, rowCells } from "../../../language/text/index.ts";
import type { Article, Skip } from "../../../model/index.ts";
import { type Cell, findEvent, isLabel, type PageLine, skip, tableLines } from "../page/index.ts";
import { openArchive } from "./zip.ts";

/** A sheet as rows of cells. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** A register of visits of many years has some thousands. */
const MAX_ROWS = 20_000;
const MAX_CELLS = 400_000;
/** Names that programs give. */
const GIVEN_NAME = /^(?:sheet|trang tính|trang|bảng|工作表)\s?\d*$/iu;

/** Reads an Excel workbook; merged cells stand in every place that they cover, hidden sheets are passed over. */
export async function xlsxSheets(bytes: Uint8Array): Promise<{ ok: true; sheets: Sheet[] } | Skip> {
  const broken = skip("bad-document", "The sheet is damaged. Open it in Excel and save it again.");
  const tooLarge = "The sheet is too large. Save the rows of visits as a file of their own.";
  const entries = openArchive(bytes, tooLarge, broken);
  if (!Array.isArray(entries)) return entries;
  const xml = new Map(
    entries
      .filter(({ name }) => /\.(?:xml|rels)$/iu.test(name))
      .map((e) => [e.name, e.bytes.toString("utf8")]),
  );
  if ([...xml.values()].some((part) => /<!(?:DOCTYPE|ENTITY)/iu.test(part))) return broken;
  try {
    const { default: readXlsx } = await import("read-excel-file/node");
    const read = await readXlsx(Buffer.from(bytes));
    const known = workbookSheets(xml);
    const sheets = read.flatMap(({ sheet, data }): Sheet[] => {
      const part = known.get(sheet);
      if (part?.isHidden) return [];
      const merged = mergedCells(part?.xml ?? "");
      return [
        {
          name: sheet,
          rows: data.map((row, y) => row.flatMap((value, x) => cellAt(value, merged, x, y))),
        },
      ];
    });
    return { ok: true, sheets };
  } catch {
    return broken;
  }
}

interface Span {
  readonly columns: number;
  readonly rows: number;
}

/** A cell, or none where another one covers its place. */
function cellAt(
  value: unknown,
  merged: ReadonlyMap<string, Span | null>,
  x: number,
  y: number,
): Cell[] {
  const span = merged.get(`${x} ${y}`);
  if (span === null) return [];
  return [{ text: cellText(value), ...(span ?? {}) }];
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (!(value instanceof Date)) return collapseSpaces(String(value));
  const day = `${value.getUTCDate()}/${value.getUTCMonth() + 1}/${value.getUTCFullYear()}`;
  const minutes = value.getUTCHours() * 60 + value.getUTCMinutes();
  if (minutes === 0) return day;
  const time = `${value.getUTCHours()}h${String(value.getUTCMinutes()).padStart(2, "0")}`;
  // A time alone counts from the first day of the calendar of sheets.
  return value.getUTCFullYear() <= 1900 ? time : `${time} ngày ${day}`;
}

/** The parts of the sheets by name. */
function workbookSheets(
  xml: ReadonlyMap<string, string>,
): Map<string, { xml: string; isHidden: boolean }> {
  const targets = new Map<string, string>();
  for (const [tag] of (xml.get("xl/_rels/workbook.xml.rels") ?? "").matchAll(
    /<Relationship\s[^<>]{1,1000}>/gu,
  )) {
    const id = attribute(tag, "Id");
    const target = attribute(tag, "Target");
    if (id !== null && target !== null) targets.set(id, target.replace(/^\/?(?:xl\/)?/u, "xl/"));
  }
  const sheets = new Map<string, { xml: string; isHidden: boolean }>();
  for (const [tag] of (xml.get("xl/workbook.xml") ?? "").matchAll(/<sheet\s[^<>]{1,1000}>/gu)) {
    const part = xml.get(targets.get(attribute(tag, "r:id") ?? "") ?? "") ?? "";
    const name = (attribute(tag, "name") ?? "").replaceAll("&amp;", "&");
    sheets.set(name, { xml: part, isHidden: /hidden/iu.test(attribute(tag, "state") ?? "") });
  }
  return sheets;
}

const ATTRIBUTES = {
  Id: /\sId="([^"]{0,400})"/u,
  Target: /\sTarget="([^"]{0,400})"/u,
  "r:id": /\sr:id="([^"]{0,400})"/u,
  name: /\sname="([^"]{0,400})"/u,
  state: /\sstate="([^"]{0,400})"/u,
};

const attribute = (tag: string, name: keyof typeof ATTRIBUTES) =>
  ATTRIBUTES[name].exec(tag)?.[1] ?? null;

/** The span of the cell at the corner of a merged range, null for the places that it covers. */
function mergedCells(xml: string): Map<string, Span | null> {
  const merged = new Map<string, Span | null>();
  for (const match of xml.matchAll(
    /<mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/gu,
  )) {
    const [left, right] = [columnOf(match[1]!), columnOf(match[3]!)];
    const [top, foot] = [Number(match[2]) - 1, Number(match[4]) - 1];
    if ((right - left + 1) * (foot - top + 1) + merged.size > MAX_CELLS) break;
    for (let y = top; y <= foot; y += 1)
      for (let x = left; x <= right; x += 1) merged.set(`${x} ${y}`, null);
    merged.set(`${left} ${top}`, { columns: right - left + 1, rows: foot - top + 1 });
  }
  return merged;
}

const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Reads text whose cells are parted by commas, semicolons or tabs: what stands most often in the first lines. */
export async function csvSheet(text: string): Promise<{ ok: true; sheets: Sheet[] } | Skip> {
  const head = text.slice(0, 4_000);
  const count = (sign: string) => head.split(sign).length;
  const delimiter = ["\t", ";", ","].reduce(
    (best, sign) => (count(sign) > count(best) ? sign : best),
    ",",
  );
  try {
    const { parse } = await import("csv-parse/sync");
    const rows: string[][] = parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      bom: true,
    });
    return {
      ok: true,
      sheets: [
        { name: "", rows: rows.map((row) => row.map((cell) => ({ text: collapseSpaces(cell) }))) },
      ],
    };
  } catch {
    return skip("bad-document", "The rows of the file can't be told apart. Save it as .xlsx.");
  }
}

/**
 * The lines of sheets: what stands above the heads, the heads, and the rows; the title is the first line above the
 * heads, or the sheet's name.
 */
export function sheetLines(
  sheets: readonly Sheet[],
): { ok: true; title: string | null; lines: PageLine[] } | Skip {
  const total = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  if (total > MAX_ROWS) {
    return skip(
      "too-large",
      `The sheet has ${total} rows; at most ${MAX_ROWS} are read. Part it by years.`,
    );
  }
  let title: string | null = null;
  const lines: PageLine[] = [];
  for (const { name, rows } of sheets) {
    const filled = rows.filter((row) => row.some(({ text }) => text !== ""));
    const head = Math.max(0, filled.findIndex(isHeadRow));
    for (const row of filled.slice(0, head)) {
      const text = rowText(row);
      if (title === null && text.split(" ").length >= 3) title = text;
      else lines.push({ text, hint: "row" });
    }
    const table = filled.slice(head);
    if (sheets.length > 1 && !GIVEN_NAME.test(name)) lines.push({ text: name, hint: "heading" });
    if (table.length > 1 && isHeadRow(table[0]!))
      lines.push({ text: rowText(table[0]!), hint: "row" });
    const told = tableLines(table);
    lines.push(...(told ?? table.map((row): PageLine => ({ text: rowText(row), hint: "row" }))));
  }
  const [first] = sheets;
  if (title === null && first !== undefined && first.name !== "" && !GIVEN_NAME.test(first.name))
    title = first.name;
  return { ok: true, title, lines: lines.filter(({ text }) => text !== "") };
}

const rowText = (row: readonly Cell[]): string =>
  row
    .map(({ text }) => text)
    .filter(Boolean)
    .join("; ");

function isHeadRow(row: readonly Cell[]): boolean {
  const filled = row.filter(({ text }) => text !== "");
  return (
    filled.length > 1 && filled.filter(({ text }) => isLabel(text)).length * 2 >= filled.length
  );
}

/**
 * Parts a sheet's article into one with what stands around the rows, and a brief for every row, named by whom and when
 * it tells of. Articles without such rows stay whole.
 */
export function rowBriefs(article: Article): Article[] {
  const textOf = ({ start, end }: Article["blocks"][number]) => article.text.slice(start, end);
  const rows = article.blocks.filter((block) => rowCells(textOf(block)) !== null);
  if (rows.length === 0) return [article];
  const tabled = new Set(rows);
  const rest = article.blocks.filter((block) => !tabled.has(block));
  const briefs = rows.map((block, i): Article => {
    const text = textOf(block);
    const brief = withBlocks(article, [{ kind: "lead", text }]);
    return {
      ...brief,
      id: `${article.id}#${i + 2}`,
      partOf: article.id,
      title: briefTitle(article.title, text),
    };
  });
  return rest.length === 0
    ? [{ ...briefs[0]!, id: article.id, partOf: null, title: article.title }, ...briefs.slice(1)]
    : [
        withBlocks(
          article,
          rest.map((block) => ({ kind: block.kind, text: textOf(block) })),
        ),
        ...briefs,
      ];
}

function briefTitle(title: string, row: string): string {
  const cells = rowCells(row) ?? [];
  const value = (...roles: ReturnType<typeof roleOf>[]) => {
    const cell = cells.find(({ role }) => roles.includes(role));
    return cell === undefined ? [] : [row.slice(cell.start, cell.end)];
  };
  const who = value("guest", "name", "head", "host").slice(0, 1);
  return `${title}: ${[...who, ...value("date")].join(", ") || row.slice(0, 60)}`;
}

function withBlocks(
  article: Article,
  parts: readonly { readonly kind: Article["blocks"][number]["kind"]; readonly text: string }[],
): Article {
  let at = 0;
  const blocks = parts.map(({ kind, text }) => {
    const block = { kind, start: at, end: at + text.length };
    at += text.length + 2;
    return block;
  });
  const text = parts.map((part) => part.text).join("\n\n");
  return { ...article, text, blocks, event: findEvent(text, blocks) };
}
