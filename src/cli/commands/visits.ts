import { localeFor } from "../../locale/locales.ts";
import { EXPORT_FORMATS, exportVisits } from "../../register/export/formats.ts";
import { factsOf } from "../../register/facts.ts";
import { print, printLine, UsageError } from "../io.ts";
import { openRegister } from "../open-register.ts";
import { visitsTable } from "../render-visits.ts";
import { settings } from "../settings.ts";
import { visitFilter } from "../visit-filter.ts";
import type { VisitOptions } from "../visit-options.ts";

/** Visits of a table where `--limit` says nothing; files hold all. */
const TABLE_LIMIT = 20;

export interface VisitsOptions extends VisitOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly ics?: boolean;
  readonly limit?: number;
  readonly offset: number;
}

/** `visits`: the register, newest first, as a table or a file on stdout; all else goes to stderr. @returns The exit code. */
export async function visits(words: readonly string[], options: VisitsOptions): Promise<number> {
  const [format, ...others] = EXPORT_FORMATS.filter((name) => options[name]);
  if (others.length > 0) throw new UsageError("give one of --json, --csv and --ics");
  const { visits: texts, ...locale } = localeFor(settings().language);
  const note = (text: string) => void process.stderr.write(`${text}\n`);
  const { register, close } = await openRegister();
  try {
    const filter = visitFilter(words, options, register);
    const limit = options.limit ?? (format === undefined ? TABLE_LIMIT : Number.MAX_SAFE_INTEGER);
    const found = register.find(filter, { offset: options.offset, limit });
    if (format !== undefined) {
      const file = await exportVisits(found.visits, format);
      await print(file.text);
      if (file.leftOut > 0) note(texts.exportLeftOut(file.leftOut));
      return 0;
    }
    if (found.total === 0) {
      const all = factsOf(register, {});
      note(all.total === 0 ? texts.emptyRegister : texts.nothing(texts.scope(filter), all));
      return 0;
    }
    for (const line of visitsTable(found.visits, { visits: texts, ...locale }))
      await printLine(line);
    note(texts.exportCaption({ ...found, years: null }, texts.scope(filter)));
    if (found.visits.length < found.total) note(texts.shown(found.visits.length, found.total));
    return 0;
  } finally {
    await close();
  }
}
