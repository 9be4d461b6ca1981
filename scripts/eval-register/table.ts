import { FIELDS, type Field, type Judgement } from "./compare.ts";
import { countByField } from "./score.ts";

/** Least precision and recall for the fields that users rely on, 0 to 1. */
export interface Target {
  readonly precision: number;
  readonly recall: number;
}

const TARGET_FIELDS: readonly Field[] = ["date", "head", "host", "guest", "place"];

const percent = (share: number): string =>
  (Number.isNaN(share) ? "–" : `${(100 * share).toFixed(1)} %`).padStart(10);

function mark(field: Field, target: Target, precision: number, recall: number): string {
  if (!TARGET_FIELDS.includes(field)) return "";
  return precision >= target.precision && recall >= target.recall ? "  met" : "  NOT MET";
}

/** A table of precision and recall by field. */
export function renderTable(
  title: string,
  judgements: readonly Judgement[],
  target: Target,
): string {
  const counts = countByField(judgements);
  const rows = FIELDS.map((field) => {
    const { right, wrong, missed, precision, recall } = counts[field];
    const numbers = [right, wrong, missed].map((n) => String(n).padStart(8)).join("");
    return `${field.padEnd(10)}${percent(precision)}${percent(recall)}${numbers}${mark(field, target, precision, recall)}`;
  });
  const header = `${"".padEnd(10)}${["precision", "recall"].map((h) => h.padStart(10)).join("")}${["right", "wrong", "missed"].map((h) => h.padStart(8)).join("")}`;
  const wanted = `target ${100 * target.precision} % / ${100 * target.recall} %`;
  return [`${title} (${wanted})`, header, ...rows].join("\n");
}

/** One line an error: article, field, what was said, what the key is. */
export function renderErrors(articleId: string, judgements: readonly Judgement[]): string[] {
  return judgements
    .filter(({ verdict }) => verdict !== "right" && verdict !== "fine")
    .map(
      ({ name, verdict, said, key }) =>
        `${articleId}  ${name}  ${verdict}: ${said ?? "–"}  [${key ?? "nothing"}]`,
    );
}
