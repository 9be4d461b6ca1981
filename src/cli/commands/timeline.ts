import { writeFileSync } from "node:fs";
import { localeFor } from "../../locale/locales.ts";
import { ALL_VISITS, factsOf } from "../../register/facts.ts";
import { openRegister } from "../open-register.ts";
import { settings } from "../settings.ts";
import { visitFilter } from "../visit-filter.ts";
import type { VisitOptions } from "../visit-options.ts";

export interface TimelineOptions extends VisitOptions {
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
  const { visits: texts } = localeFor(settings().language);
  const { register, close } = await openRegister();
  try {
    const filter = visitFilter(words, options, register);
    const found = register.find(filter, { ...ALL_VISITS, order: "oldest" });
    if (found.total === 0) {
      const all = factsOf(register, {});
      const scope = texts.scope(filter);
      throw new Error(all.total === 0 ? texts.emptyRegister : texts.nothing(scope, all));
    }
    const { timelinePng } = await import("../../register/timeline/render.ts");
    const png = await timelinePng(found, localeFor("vi").visits.scope(filter));
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
