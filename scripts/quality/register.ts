import { join } from "node:path";
import { parseArgs } from "node:util";
import { mergeReports } from "../../src/visits/merge/merge-reports.ts";
import { readVisits } from "../../src/visits/read/read-visits.ts";
import { readArticles } from "../shared/corpus.ts";
import {
  judgeMerging,
  readAnnotations,
  readSameVisits,
  withoutArticles,
} from "./register-annotations.ts";
import { evaluateMeetings } from "./register-meetings.ts";
import { measure, renderErrors, renderTable, type Target } from "./register-score.ts";

const USAGE = `Measures the reading of visits against annotated articles, by field.

npm run eval:register -- [--pages DIR] [--news FILE.json] [--held-out] [--verbose]
npm run eval:register -- --pages DIR --meetings FOLDER [--verbose]
npm run eval:register -- FOLDER… [--verbose]    sets of pages/, visits.tsv and points.tsv, their figures together

--meetings reads visits.tsv and points.tsv of a folder: rows of meetings told and of their points, for pages of DIR.
--held-out measures also the articles that are kept unseen while the rules are written; --verbose lists each
error: article, value, what was said, [what is right].`;

const PAGES: Target = { precision: 0.9, recall: 0.75 };
const NEWS: Target = { precision: 0.85, recall: 0.65 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: "string" },
    news: { type: "string" },
    meetings: { type: "string" },
    "held-out": { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const annotationsOf = (part: "dev" | "held-out", corpus: "pages" | "news"): URL =>
  new URL(`annotations/${part}-${corpus}.json`, import.meta.url);

/** Measures one corpus on its development articles and, where asked for, on those held out. */
function evaluate(name: "pages" | "news", corpus: string, target: Target): void {
  const articles = readArticles(corpus);
  for (const part of values["held-out"] ? (["dev", "held-out"] as const) : (["dev"] as const)) {
    const annotations = readAnnotations(annotationsOf(part, name));
    const judged = measure(readVisits, articles, annotations);
    const title = `${name}, ${part}: ${annotations.size} articles`;
    console.log(`\n${renderTable(title, [...judged.values()].flat(), target)}`);
    if (!values.verbose) continue;
    for (const [id, judgements] of judged) {
      for (const line of renderErrors(id, judgements)) console.log(line);
    }
  }
}

/** Measures whether the reports of one visit in several articles become one record, and only those. */
function evaluateMerging(corpus: string): void {
  const articles = readArticles(corpus);
  const reports = [...articles.values()].flatMap((article) => readVisits(article));
  const visits = mergeReports(reports, (id) => articles.get(id));
  const known = readSameVisits(new URL("annotations/same-visit.json", import.meta.url));
  const heldOut = values["held-out"]
    ? []
    : readAnnotations(annotationsOf("held-out", "news")).keys();
  const judged = judgeMerging(visits, withoutArticles(known, new Set(heldOut)));
  console.log(`\nmerging: ${reports.length} reports became ${visits.length} visits`);
  for (const [outcome, lines] of Object.entries(judged)) {
    console.log(`${outcome.padEnd(20)}${lines.length}`);
    if (values.verbose) for (const line of lines) console.log(`    ${line}`);
  }
}

if (values.pages && values.meetings) {
  evaluateMeetings([values.meetings], readArticles(values.pages), readVisits, values.verbose);
} else if (positionals.length > 0) {
  const articles = positionals.flatMap((folder) => [...readArticles(join(folder, "pages"))]);
  evaluateMeetings(positionals, new Map(articles), readVisits, values.verbose);
} else if (values.pages || values.news) {
  if (values.pages) evaluate("pages", values.pages, PAGES);
  if (values.news) {
    evaluate("news", values.news, NEWS);
    evaluateMerging(values.news);
  }
} else {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 2;
}
