import { parseArgs } from "node:util";
import { readAnnotations } from "./annotation.ts";
import { readArticles } from "./articles.ts";
import { measure, type ReadVisits } from "./measure.ts";
import { renderErrors, renderTable, type Target } from "./table.ts";

const USAGE = `Measures the reading of visits against annotated articles, by field.

npm run eval:register -- [--pages DIR] [--news FILE.json] [--held-out] [--verbose]

--held-out measures also the articles that are kept unseen while the rules are written; --verbose lists each
error: article, value, what was said, [what is right].`;

const PAGES: Target = { precision: 0.9, recall: 0.75 };
const NEWS: Target = { precision: 0.85, recall: 0.65 };

const { values } = parseArgs({
  options: {
    pages: { type: "string" },
    news: { type: "string" },
    "held-out": { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

/** Measures one corpus on its development articles and, where asked for, on those held out. */
function evaluate(readVisits: ReadVisits, name: string, corpus: string, target: Target): void {
  const articles = readArticles(corpus);
  for (const part of values["held-out"] ? ["dev", "held-out"] : ["dev"]) {
    const annotations = readAnnotations(
      new URL(`annotations/${part}-${name}.json`, import.meta.url),
    );
    const judged = measure(readVisits, articles, annotations);
    const title = `${name}, ${part}: ${annotations.size} articles`;
    console.log(`\n${renderTable(title, [...judged.values()].flat(), target)}`);
    if (!values.verbose) continue;
    for (const [id, judgements] of judged) {
      for (const line of renderErrors(id, judgements)) console.log(line);
    }
  }
}

if (values.pages || values.news) {
  const reader = new URL("../../src/register/read/read-visits.ts", import.meta.url);
  const { readVisits } = (await import(reader.href)) as { readVisits: ReadVisits };
  if (values.pages) evaluate(readVisits, "pages", values.pages, PAGES);
  if (values.news) evaluate(readVisits, "news", values.news, NEWS);
} else {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 2;
}
