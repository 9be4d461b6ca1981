import { parseArgs } from "node:util";
import { checkWritten } from "../../src/answers/written/index.ts";
import { percent, quantile } from "../shared/figures.ts";
import {
  asWritten,
  type Case,
  contextOf,
  Draw,
  isUnseen,
  readParagraphs,
  readSource,
  type Source,
} from "./writer-claims.ts";
import { corruptionsOf } from "./writer-corruptions.ts";
import { claimsOf } from "./writer-truths.ts";

/** What the check made of one sentence. */
interface Outcome {
  readonly kind: string;
  readonly language: string;
  readonly isTrue: boolean;
  readonly kept: boolean;
  /** Of an article that nobody looks into. */
  readonly unseen: boolean;
  readonly text: string;
  readonly reasons: string;
  readonly from: string;
  readonly ms: number;
}

function cell(of: readonly Outcome[]): string {
  if (of.length === 0) return "–".padStart(9).padEnd(16);
  const right = of.filter(({ isTrue, kept }) => isTrue === kept).length;
  return percent(right / of.length).padStart(9) + `(${of.length})`.padStart(7);
}

function rows(title: string, of: readonly Outcome[]): string[] {
  const row = (name: string, some: readonly Outcome[]) =>
    `${name.padEnd(20)}${cell(some.filter(({ unseen }) => !unseen))}${cell(some.filter(({ unseen }) => unseen))}`;
  const by = (part: "kind" | "language") =>
    [...new Set(of.map((one) => one[part]))].map((name) =>
      row(
        `  ${name}`,
        of.filter((one) => one[part] === name),
      ),
    );
  return [row(title, of), ...by("kind"), ...by("language")];
}

/** True sentences kept and false ones dropped, by kind and by language, for articles looked into and not. */
function renderTable(outcomes: readonly Outcome[]): string {
  const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (part: number) => quantile(times, part).toFixed(1);
  return [
    `${"".padEnd(20)}${"looked into".padStart(16)}${"only counted".padStart(16)}`,
    ...rows(
      "true, kept",
      outcomes.filter(({ isTrue }) => isTrue),
    ),
    ...rows(
      "false, dropped",
      outcomes.filter(({ isTrue }) => !isTrue),
    ),
    `ms an answer: median ${at(0.5)}, 95th percentile ${at(0.95)}, most ${at(0.9999)}`,
  ].join("\n");
}

const USAGE = `Measures the check of what a language model writes: true sentences are kept, false ones dropped.

npm run eval:writer -- [--pages DIR]… [--news FILE.json] [--xquad FILE.json] [--verbose]

Without arguments the articles of corpus/ are taken. True sentences are made from articles and their records, in three
languages; each is made false in one place. Columns: articles that may be looked into, and a third that is only counted.
--verbose lists what was judged wrongly, of the former alone; --kind KIND only that kind.`;

const { values } = parseArgs({
  options: {
    pages: { type: "string", multiple: true },
    news: { type: "string", multiple: true },
    xquad: { type: "string" },
    kind: { type: "string" },
    verbose: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

/** Corruptions tried for each true sentence. */
const EACH = 2;

function casesOf(source: Source): Case[] {
  return claimsOf(source).flatMap((claim, i): Case[] => {
    const found = contextOf(claim, source, `${claim.from[0]?.articleId} ${i}`);
    return found === null ? [] : [{ ...found, corruption: null }];
  });
}

function corrupted(cases: readonly Case[], source: Source): Case[] {
  const corruptions = corruptionsOf(cases);
  const counts = new Map<string, number>();
  return cases.flatMap((one, i) => {
    const draw = new Draw(`corrupt ${one.claim.from[0]!.articleId} ${i}`);
    const found: Case[] = [];
    // The rarer kinds first, so that all kinds are there in some number.
    const order = draw
      .shuffled(corruptions)
      .sort(([a], [b]) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
    for (const [name, corrupt] of order) {
      if (found.length === EACH) break;
      const made = corrupt(one, draw, source);
      if (made === null) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      found.push({ ...made, corruption: name });
    }
    return found;
  });
}

function judge(one: Case, source: Source): Outcome {
  const text = asWritten(one, new Draw(`written ${one.text}`));
  const started = performance.now();
  const checked = checkWritten(text, one.context, (id) => source.articles.get(id) ?? null);
  const ms = performance.now() - started;
  return {
    kind: one.corruption ?? one.claim.kind,
    language: one.claim.language,
    isTrue: one.corruption === null,
    kept: checked.sentences.length > 0 && checked.sentences.every(({ kept }) => kept),
    unseen: isUnseen(one.claim.from[0]!.articleId),
    text,
    reasons: checked.sentences.map(({ reason, detail }) => `${reason} (${detail})`).join("; "),
    from: one.claim.from
      .map(({ articleId, start, end }) => source.articles.get(articleId)!.text.slice(start, end))
      .join(" | "),
    ms,
  };
}

function evaluate(source: Source): Outcome[] {
  const cases = casesOf(source);
  const outcomes = [...cases, ...corrupted(cases, source)].map((one) => judge(one, source));
  console.log(`\n${source.name}: ${source.articles.size} articles\n${renderTable(outcomes)}`);
  if (values.verbose)
    for (const { isTrue, kept, unseen, kind, language, text, reasons, from } of outcomes) {
      if (unseen || isTrue === kept || (values.kind && values.kind !== kind)) continue;
      console.log(
        `${isTrue ? "DROPPED" : "KEPT"} ${kind} ${language}: ${text}\n    ${reasons}\n    < ${from.slice(0, 300)}`,
      );
    }
  return outcomes;
}

if (values.help) console.log(USAGE);
else {
  const paths = [...(values.pages ?? []), ...(values.news ?? [])];
  const sources = (paths.length > 0 || values.xquad ? paths : ["corpus"]).map(readSource);
  if (values.xquad) sources.push(readParagraphs(values.xquad));
  const outcomes = sources.flatMap(evaluate);
  if (sources.length > 1) console.log(`\nall\n${renderTable(outcomes)}`);
}
