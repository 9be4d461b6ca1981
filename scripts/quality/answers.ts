import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openCorpus } from "../shared/corpus.ts";
import { mean, percent, quantile, share } from "../shared/figures.ts";
import {
  compareMarks,
  judge,
  type Outcome,
  type QuestionSet,
  readQuestions,
  setIn,
} from "../shared/question-set.ts";
import { readXquad } from "../shared/xquad.ts";

interface Ranks {
  hits: number;
  reciprocal: number;
}

function count(ranks: Ranks, rank: number): void {
  if (rank === 0) ranks.hits++;
  if (rank >= 0) ranks.reciprocal += 1 / (rank + 1);
}

/** Measures search on a SQuAD-like set: question to paragraph by each kind of search. */
async function evaluateParagraphs(path: string): Promise<void> {
  const { corpus, questions } = readXquad(path);
  const { engine, close } = await openCorpus(corpus.dir);
  console.log(`\n${path}, ${questions.length} questions\n${"".padEnd(26)}hit@1    MRR`);
  const print = (name: string, { hits, reciprocal }: Ranks) =>
    console.log(
      `${name.padEnd(26)}${(hits / questions.length).toFixed(3)}  ${(reciprocal / questions.length).toFixed(3)}`,
    );
  for (const mode of ["lexical", "dense", "hybrid"] as const) {
    const ranks: Ranks = { hits: 0, reciprocal: 0 };
    for (const { question, paragraph } of questions) {
      const found = [
        ...new Set((await engine.search(question, { k: 60, mode })).map((hit) => hit.articleId)),
      ];
      count(ranks, found.indexOf(paragraph));
    }
    print(`paragraph, ${mode}`, ranks);
  }
  const sentences: Ranks = { hits: 0, reciprocal: 0 };
  for (const { question, paragraph, answerStart } of questions) {
    const ranked = await engine.rankedSentences(question);
    count(
      sentences,
      ranked.findIndex(
        (s) => s.articleId === paragraph && s.start <= answerStart && answerStart < s.end,
      ),
    );
  }
  print("sentence, as answers", sentences);
  await close();
  corpus.dispose();
}

const USAGE = `Measures answers on a question set, by kind and by language.

npm run eval -- --corpus DIR|FILE.json --questions FILE.tsv [--only FILE.txt] [--chars N] [--verbose]
npm run eval -- FOLDER…    sets of pages/ and questions.tsv, their figures together
npm run eval -- --xquad FILE.json

Columns: questions; right: the answer holds the key within its first 400 characters (agenda, list and count: 900;
or --chars); cited: the first citation is of a right article; refused (right for kind "none", as is a correction
that holds the key); mean length of the answers; median time. --only names the questions to ask, one id a line.`;

function row(name: string, of: readonly Outcome[]): string {
  const part = (test: (o: Outcome) => boolean) => percent(share(of.map(test))).padStart(9);
  const lengths = of.filter((o) => o.answer.answered).map((o) => o.answer.answer.length);
  const length = lengths.length > 0 ? Math.round(mean(lengths)) : 0;
  const times = of.map((o) => o.answer.timings.totalMs).sort((a, b) => a - b);
  const ms = quantile(times, 0.5).toFixed(1);
  return `${name.padEnd(22)}${String(of.length).padStart(5)}${part((o) => o.right)}${part((o) => o.cited)}${part((o) => !o.answer.answered)}${String(length).padStart(8)}${ms.padStart(8)}`;
}

/** Asks the questions of each set of its own corpus, and prints the figures of all together. */
async function evaluateQuestions(
  sets: readonly QuestionSet[],
  options: { readonly chars: number | undefined; readonly only: string | undefined },
  verbose: boolean,
): Promise<void> {
  const outcomes: Outcome[] = [];
  const marks = { questions: 0, marked: 0, unmarked: 0 };
  const only = options.only && new Set(readFileSync(options.only, "utf8").split(/\s+/u));
  for (const { corpus, questions } of sets) {
    const { engine, close } = await openCorpus(corpus);
    const keyed = readQuestions(questions).filter(({ id }) => !only || only.has(id));
    for (const asked of keyed)
      outcomes.push(judge(asked, await engine.ask(asked.question), options.chars));
    const found = await compareMarks(engine, keyed);
    marks.questions += found.questions;
    marks.marked += found.marked;
    marks.unmarked += found.unmarked;
    await close();
  }
  if (verbose) {
    for (const { asked, answer, right, cited } of outcomes) {
      if (right && cited) continue;
      console.log(
        `${right ? "right" : "WRONG"} ${cited ? "cited" : "miscited"} ${asked.id} ${asked.kind} (${answer.confidence}) ${asked.question}  [${asked.must.slice(0, 60)}]`,
      );
      console.log(
        `    ${answer.answered ? "" : "REFUSED "}${answer.answer.replaceAll("\n", "\n    ")}`,
      );
      console.log(
        `    ${[...answer.citations, ...answer.nearest].map((c) => c.articleId).join(" ")}`,
      );
    }
  }
  for (const { questions } of sets) console.log(`\n${questions}`);
  console.log(
    `${"".padEnd(22)}${"n".padStart(5)}${"right".padStart(9)}${"cited".padStart(9)}${"refused".padStart(9)}${"length".padStart(8)}${"ms".padStart(8)}`,
  );
  const answerable = outcomes.filter((o) => o.asked.kind !== "none");
  console.log(row("answerable", answerable));
  const none = outcomes.filter((o) => o.asked.kind === "none");
  if (none.length > 0) console.log(row("unanswerable", none));
  for (const [title, of] of [
    ["kind", ({ asked }: Outcome) => asked.kind],
    ["language", ({ asked }: Outcome) => asked.lang],
  ] as const)
    for (const one of new Set(answerable.map(of))) {
      const outcomes = answerable.filter((outcome) => of(outcome) === one);
      console.log(row(`  ${title} ${one}`, outcomes));
    }
  const shareOf = (found: number) => percent(found / marks.questions);
  if (marks.questions > 0)
    console.log(
      `\nfirst passage of a right article, ${marks.questions} questions: as typed ${shareOf(marks.marked)}, without marks ${shareOf(marks.unmarked)}`,
    );
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: "string" },
    questions: { type: "string" },
    xquad: { type: "string" },
    chars: { type: "string" },
    only: { type: "string" },
    verbose: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.xquad) await evaluateParagraphs(values.xquad);
else if ((values.corpus && values.questions) || positionals.length > 0)
  await evaluateQuestions(
    values.corpus && values.questions
      ? [{ corpus: values.corpus, questions: values.questions }]
      : positionals.map(setIn),
    { chars: values.chars === undefined ? undefined : Number(values.chars), only: values.only },
    values.verbose,
  );
else {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 2;
}
