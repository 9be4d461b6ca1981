import { writeFileSync } from "node:fs";
import { readTypedFilter } from "../../../answers/visits/index.ts";
import { EXPORT_FORMATS, exportVisits } from "../../../exports/index.ts";
import { type Locale, localeFor, vietnamDay } from "../../../locale/index.ts";
import type { Register, Visit, VisitFilter, VisitSide } from "../../../model/index.ts";
import { sideName } from "../../../visits/register/index.ts";
import { ALL_VISITS, factsOf } from "../../shared/index.ts";
import { columns, cut, pad, print, printable, printLine, UsageError } from "../io.ts";
import { openRegister } from "../open.ts";
import { settings } from "../settings.ts";
import type { VisitOptions } from "../visit-options.ts";

const DATE_WIDTH = 24;
const KIND_WIDTH = 14;
const SIDE_WIDTH = 44;
/** What is kept of a body's name beside a long one of its head. */
const MIN_BODY = 16;

function cell(text: string, width: number): string {
  return pad(cut(text, width), width);
}

const side = (one: VisitSide) => {
  const name = sideName(one);
  if (name === null) return "–";
  if (one.head === null || one.head === name) return name;
  const head = ` (${one.head})`;
  return cut(name, Math.max(MIN_BODY, SIDE_WIDTH - columns(head))) + head;
};

/** A table of visits for people: date, kind, host, guest, place; long names are cut. */
function visitsTable(visits: readonly Visit[], { visits: texts }: Locale): string[] {
  return visits.map((visit) => {
    const kind = visit.planned ? texts.planned : texts.kind[visit.kind];
    const cells = [
      cell(texts.date(visit), DATE_WIDTH),
      cell(kind, KIND_WIDTH),
      cell(side(visit.host), SIDE_WIDTH),
      cell(side(visit.guest), SIDE_WIDTH),
      visit.place ?? "",
    ];
    return printable(cells.join("  ").trimEnd());
  });
}

/**
 * The filter of a command; an option goes before what the words say.
 *
 * @throws {UsageError} For a time that cannot be.
 */
function visitFilter(
  words: readonly string[],
  { from, to, place, person, counterpart }: VisitOptions,
  register: Register,
): VisitFilter {
  if (from !== undefined && to !== undefined && from > to)
    throw new UsageError(`--from ${from} lies behind --to ${to}`);
  const typed = readTypedFilter(words.join(" "), vietnamDay(new Date()), register);
  if (typed.impossible !== null)
    throw new UsageError(`there is no "${typed.impossible}" in the calendar`);
  return {
    ...typed.filter,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(place !== undefined && { place }),
    ...(person !== undefined && { person }),
    ...(counterpart !== undefined && { counterpart }),
  };
}

/** Visits of a table where `--limit` says nothing; files hold all. */
const TABLE_LIMIT = 20;

interface VisitsOptions extends VisitOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly ics?: boolean;
  readonly xlsx?: boolean;
  readonly limit?: number;
  readonly offset: number;
}

/** `visits`: the register, newest first, as a table or a file on stdout; all else goes to stderr. @returns The exit code. */
export async function visits(words: readonly string[], options: VisitsOptions): Promise<number> {
  const [format, ...others] = EXPORT_FORMATS.filter((name) => options[name]);
  if (others.length > 0) throw new UsageError("give one of --json, --csv, --xlsx and --ics");
  const locale = localeFor(settings().language);
  const { visits: texts } = locale;
  const note = (text: string) => void process.stderr.write(`${text}\n`);
  const { register, close } = await openRegister();
  try {
    const filter = visitFilter(words, options, register);
    const limit = options.limit ?? (format === undefined ? TABLE_LIMIT : Number.MAX_SAFE_INTEGER);
    const found = register.find(filter, { offset: options.offset, limit });
    if (format !== undefined) {
      const file = await exportVisits(found.visits, format, locale);
      await print(file.content);
      if (file.leftOut > 0) note(texts.exportLeftOut(file.leftOut));
      return 0;
    }
    if (found.total === 0) {
      const all = factsOf(register, {});
      note(all.total === 0 ? texts.emptyRegister : texts.nothing(texts.scope(filter), all));
      return 0;
    }
    for (const line of visitsTable(found.visits, locale)) await printLine(line);
    note(texts.caption({ ...found, years: null }, texts.scope(filter)));
    if (found.visits.length < found.total) note(texts.shown(found.visits.length, found.total));
    return 0;
  } finally {
    await close();
  }
}

interface TimelineOptions extends VisitOptions {
  readonly out: string;
}

/**
 * `timeline`: a picture of the visits over time. @returns The exit code.
 *
 * @throws {Error} Where nothing matches, no year is known, or the file cannot be written.
 */
export async function timeline(
  words: readonly string[],
  options: TimelineOptions,
): Promise<number> {
  const { out } = options;
  const locale = localeFor(settings().language);
  const { visits: texts } = locale;
  const { register, close } = await openRegister();
  try {
    const filter = visitFilter(words, options, register);
    const found = register.find(filter, { ...ALL_VISITS, order: "oldest" });
    if (found.total === 0) {
      const all = factsOf(register, {});
      const scope = texts.scope(filter);
      throw new Error(all.total === 0 ? texts.emptyRegister : texts.nothing(scope, all));
    }
    const { timelinePng } = await import("../../../exports/index.ts");
    const png = await timelinePng(found, texts.scope(filter), locale);
    if (png === null) throw new Error(texts.timelineUndated(found.total));
    try {
      writeFileSync(out, png);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new Error(`${out} cannot be written (${code}).`);
    }
    process.stderr.write(`${out}\n`);
    return 0;
  } finally {
    await close();
  }
}
