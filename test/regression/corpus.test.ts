import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { judge, readQuestions } from "../../scripts/shared/question-set.ts";
import { renderAnswerMessages } from "../../src/apps/telegram/messages/render-answer.ts";
import { readConfig } from "../../src/config/config.ts";
import { createEngine, type VisitsEngine } from "../../src/engine.ts";
import { LANGUAGES, localeFor } from "../../src/locale/index.ts";
import type { Answer } from "../../src/model/answer.ts";

const indexDir = mkdtempSync(join(tmpdir(), "visits-regression-"));
let engine: VisitsEngine;

beforeAll(async () => {
  const config = readConfig({ CORPUS_DIR: "corpus", INDEX_DIR: indexDir }, process.cwd());
  engine = await createEngine({ config, logger: pino({ level: "silent" }) });
});

afterAll(async () => {
  await engine.close();
  rmSync(indexDir, { recursive: true, force: true });
});

/** The lines of an answer without what was added to the article's words. */
function verbatimLines({ answer, added = [] }: Answer): string[] {
  let text = answer;
  for (const { start, end } of added.toReversed()) text = text.slice(0, start) + text.slice(end);
  return text.split("\n");
}

const questions = readQuestions("test/regression/corpus-questions.tsv");

it.each(LANGUAGES)(
  "the example questions of /start in %s are among those judged below",
  (language) => {
    const judged = questions.map(({ question }) => question);
    expect(judged).toEqual(expect.arrayContaining([...localeFor(language).telegram.examples]));
  },
);

it.each(questions)("$kind: $question", async (asked) => {
  const answer = await engine.ask(asked.question);
  expect(judge(asked, answer, 400), answer.answer).toMatchObject({ right: true });
  if (!answer.answered || answer.register !== undefined) return;
  for (const line of verbatimLines(answer)) {
    const [, words, n] = /^(?:… )?(.*?)(?: …)? \[(\d+)\]$/u.exec(line) ?? [];
    expect(answer.citations.find((c) => c.n === Number(n))?.quote).toContain(words);
  }
  for (const { start, end, kind } of answer.added ?? []) {
    const added = answer.answer.slice(start, end);
    // The direct line ends in the numbers of what holds it; what is meant stands in square brackets.
    if (kind === "direct") expect(added).toMatch(/(?: \[\d+\])+\n?$/u);
    else expect(added).toMatch(/^[ \n]\[[^\]]+\]$/u);
  }
});

it("an answer to these questions is read on a phone at a glance: half of them take 450 characters or less", async () => {
  const lengths: number[] = [];
  for (const { question } of questions) {
    const answer = await engine.ask(question);
    if (!answer.answered) continue;
    const messages = renderAnswerMessages(answer, localeFor(answer.language));
    lengths.push(messages.reduce((sum, { text }) => sum + text.length, 0));
  }
  lengths.sort((a, b) => a - b);
  expect(lengths.length).toBeGreaterThan(9);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(450);
});
