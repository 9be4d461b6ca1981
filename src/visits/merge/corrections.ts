import { z } from "zod/v3";
import { fold } from "../../language/text/index.ts";
import type { PartialDate, ReportRef, VisitReport, VisitSide } from "../../model/index.ts";

/**
 * In the corpus folder: what admins corrected of the register, a JSON object a line. A correction names the reports that
 * it is about by article, day and sides as they were read when it was made.
 */
export const CORRECTIONS_FILE = "visit-corrections.jsonl";

const ref = z.object({
  articleId: z.string(),
  day: z.string(),
  host: z.string(),
  guest: z.string(),
});
const refs = z.array(ref).min(1).max(200);
const correctionSchema = z.discriminatedUnion("do", [
  /** What these tell is no visit. */
  z.object({ do: z.literal("wrong"), reports: refs }),
  /** All of these are one visit. */
  z.object({ do: z.literal("merge"), reports: refs }),
  /** None of these is of a visit of `from`. */
  z.object({ do: z.literal("part"), reports: refs, from: refs }),
]);

/** What an admin corrected. */
export type Correction = z.infer<typeof correctionSchema>;

/** The lines of a file of corrections that can be read, each once. */
export function correctionLines(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return [...new Set(lines)].filter((line) => correctionOf(line) !== null);
}

/** The correction of a line; null where it is none. */
export function correctionOf(line: string): Correction | null {
  try {
    return correctionSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** The articles that a correction is about. */
export const articlesOfCorrection = (correction: Correction): string[] => [
  ...new Set(
    [...correction.reports, ...(correction.do === "part" ? correction.from : [])].map(
      ({ articleId }) => articleId,
    ),
  ),
];

const part = (value: number | null) => value ?? "?";
const dayKey = ({ year, month, day }: PartialDate) => `${part(year)}-${part(month)}-${part(day)}`;
const sideKey = ({ head, organisation, province, country }: VisitSide) =>
  fold(head ?? organisation ?? province ?? country ?? "");

/** How a correction names a report. */
export const refOf = ({ articleId, date, host, guest }: VisitReport): ReportRef => ({
  articleId,
  day: dayKey(date),
  host: sideKey(host),
  guest: sideKey(guest),
});

/**
 * The report that a correction names. Where another reader, or a changed article, tells it otherwise, it is the one of
 * the article that agrees in two of day, host and guest; null where there is none, or more than one: nothing is
 * corrected then.
 */
export function reportNamed(name: ReportRef, reports: readonly VisitReport[]): VisitReport | null {
  const own = reports.filter(({ articleId }) => articleId === name.articleId);
  const agreeing = (least: number) =>
    own.filter((report) => {
      const ref = refOf(report);
      const parts = ["day", "host", "guest"] as const;
      return parts.filter((key) => ref[key] === name[key]).length >= least;
    });
  const exact = agreeing(3);
  const found = exact.length > 0 ? exact : agreeing(2);
  return found.length === 1 ? found[0]! : null;
}

/** Reads corrections against reports. */
export function corrected(corrections: readonly Correction[], reports: readonly VisitReport[]) {
  const wrong = new Set<VisitReport>();
  const said = new Map<VisitReport, Map<VisitReport, boolean>>();
  const say = (a: VisitReport, b: VisitReport, areOne: boolean) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      said.set(one, (said.get(one) ?? new Map()).set(other, areOne));
  };
  for (const correction of corrections) {
    const named = (list: readonly ReportRef[]) =>
      list.flatMap((name) => reportNamed(name, reports) ?? []);
    const about = named(correction.reports);
    if (correction.do === "wrong") for (const report of about) wrong.add(report);
    else if (correction.do === "part")
      for (const report of about)
        for (const other of named(correction.from)) say(report, other, false);
    else
      for (const [i, report] of about.entries())
        for (const other of about.slice(i + 1)) if (other !== report) say(report, other, true);
  }
  return {
    /** Reports that tell of no visit. */
    wrong,
    /** True: they are one visit; false: they are two; undefined: nobody said. The last correction counts. */
    areOne: (a: VisitReport, b: VisitReport): boolean | undefined => said.get(a)?.get(b),
    /** Reports that are one visit with another one. */
    bound: (report: VisitReport): readonly VisitReport[] =>
      [...(said.get(report) ?? [])].flatMap(([other, areOne]) => (areOne ? [other] : [])),
  };
}

/** What corrections say of the reports at hand. */
export type Corrected = ReturnType<typeof corrected>;
