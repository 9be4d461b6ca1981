import { stringify } from "csv-stringify/sync";
import { openState, type Review } from "../../../storage/index.ts";
import { printLine } from "../io.ts";
import { settings } from "../settings.ts";

interface FeedbackOptions {
  readonly all?: boolean;
  readonly csv?: boolean;
  readonly limit: number;
}

const COLUMNS = ["at", "kind", "reason", "question", "answer", "articles", "seen", "by"] as const;

const rowOf = ({
  at,
  kind,
  reason,
  confidence,
  question,
  answer,
  citations,
  isSeen,
  isWritten,
}: Review) => [
  at,
  kind,
  reason ?? (confidence === null ? "" : `confidence ${confidence}`),
  question,
  answer,
  [...new Set(citations.map(({ articleId }) => articleId))].join(" "),
  isSeen ? "yes" : "no",
  isWritten ? "model" : "quotes",
];

/** `feedback`: what was voted down or refused, newest first. @returns The exit code. */
export async function feedback({ all = false, csv, limit }: FeedbackOptions): Promise<number> {
  const state = openState(settings().indexDir);
  try {
    const { total, items } = state.reviews(0, limit, all);
    if (csv) {
      await printLine(
        stringify([COLUMNS, ...items.map(rowOf)], {
          bom: true,
          // Spreadsheets would take some cells for formulas.
          escape_formulas: true,
        }).trimEnd(),
      );
      return 0;
    }
    for (const item of items) {
      const [at, kind, why, question, answer, articles] = rowOf(item);
      const by = item.isWritten ? ", written by the model" : "";
      await printLine(
        `${at}  ${kind}${by}${why === "" ? "" : ` (${why})`}\n  ? ${question}\n  > ${answer!.replaceAll("\n", "\n    ")}${articles === "" ? "" : `\n  ${articles}`}\n`,
      );
    }
    process.stderr.write(
      total > items.length
        ? `${items.length} of ${total}; --limit shows more\n`
        : `${total} ${total === 1 ? "entry" : "entries"}\n`,
    );
    return 0;
  } finally {
    state.close();
  }
}
