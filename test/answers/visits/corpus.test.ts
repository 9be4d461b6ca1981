import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../../src/answers/answerer.ts";
import { answerJson } from "../../../src/apps/cli/json.ts";
import { renderExplanation } from "../../../src/apps/cli/render-explanation.ts";
import { askInChat, Conversations } from "../../../src/apps/shared/ask.ts";
import type { Answer } from "../../../src/model/answer.ts";
import type { IndexReader } from "../../../src/model/index-reader.ts";
import { workspace } from "../../index/fixture.ts";
import { indexedAnswerer } from "../../running-answerer.ts";

/** Articles that answer, by the short names of the question set. */
const ARTICLES: Readonly<Record<string, string>> = {
  "bang-tuong": "lang-son/2025-01-21-tiep-doan-bang-tuong",
  "hung-ba": "lang-son/25-10-tiep-dai-su-hung-ba",
  "quang-tay": "lang-son/2023-02-28-hoi-dam-bi-thu-khu-uy-quang-tay",
  "sung-ta": "lang-son/2011-12-11-lam-viec-voi-sung-ta",
  "to-lam": "viet-nam-lao/2026-02-05-tong-bi-thu-to-lam-tham-lao",
};

/** Ten of the shipped articles: few enough that every visit of an answer can be named. */
const CORPUS = [
  ...Object.values(ARTICLES),
  "lao-cai/2-2-doan-chau-hong-ha-ve-nuoc",
  "lao-cai/2-2-don-doan-chau-hong-ha",
  "lao-cai/30-1-doan-cuc-nong-nghiep-huyen-ha-khau",
  "lao-cai/30-1-doan-dai-su-quan-australia-chuong-trinh-great",
  "lao-cai/7-3-lam-viec-voi-dai-su-quan-trung-quoc",
];

const QUESTIONS = readFileSync(new URL("corpus-questions.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [id, language, intent, total, articles, question] = line.split("\t") as string[];
    return {
      id: id!,
      language: language!,
      intent,
      total,
      articles: articles!,
      question: question!,
    };
  });

const space = workspace();
const chats = new Conversations();
let reader: IndexReader;
let answerer: Answerer;

beforeAll(async () => {
  for (const id of CORPUS) space.write(`${id}.md`, readFileSync(`corpus/${id}.md`));
  ({ reader, answerer } = await indexedAnswerer(space));
  await askInChat(answerer, chats, "1", "Có bao nhiêu đoàn Trung Quốc thăm Lạng Sơn năm 2025?");
});

const citedBy = ({ citations }: Answer) => [...new Set(citations.map((c) => c.articleId))].sort();

describe("a question about the visits of ten shipped articles", () => {
  it.each(QUESTIONS)("$id $question", async ({ language, intent, total, articles, question }) => {
    const answer = await answerer.ask(question);
    expect(answer.language).toBe(language.slice(0, 2));
    expect(answer.register).toBeDefined();
    expect(answer.answered).toBe(intent !== "none");
    if (intent !== "none") expect(answer.register?.intent).toBe(intent);
    if (total !== "-") expect(answer.register?.total).toBe(Number(total));
    const wanted = articles === "-" ? [] : articles.split(",").map((name) => ARTICLES[name]!);
    expect(citedBy(answer)).toEqual(wanted.sort());
    if (intent === "count") {
      const [span] = answer.spans;
      expect(answer.answer.slice(span!.start, span!.end)).toBe(total);
    }
    for (const { n, articleId, start, end, quote } of [...answer.citations, ...answer.nearest]) {
      expect(reader.article(articleId)?.text.slice(start, end)).toBe(quote);
      if (answer.answered) expect(answer.answer).toContain(`[${n}]`);
    }
  });
});

it.each([
  ["Có bao nhiêu đoàn Trung Quốc thăm Lạng Sơn năm 2025?", "Lạng Sơn đã đón đoàn Trung Quốc 1 lần"],
  [
    "How many Chinese delegations visited Lang Son in 2025?",
    "a delegation from China visited Lang Son on 1 occasion in 2025:",
  ],
  ["2025年有多少中国代表团访问谅山？", "2025年中国代表团访问谅山共1次："],
])("names places in the asker's language: %s", async (question, words) => {
  expect((await answerer.ask(question)).answer).toContain(words);
});

it("tells with --explain and in JSON that the register answered", async () => {
  const question = "Có bao nhiêu đoàn Trung Quốc thăm Lạng Sơn năm 2025?";
  const { answer, explanation } = await answerer.explain(question);
  expect(explanation.decision).toBe("answered from the register of visits");
  expect(explanation.register).toEqual(answer.register);
  const lines = renderExplanation(explanation);
  expect(lines).toContain("count; guest: Trung Quốc; place: Lạng Sơn; from: 2025-01-01");
  expect(lines).toContain("1 visits in 1 articles");
  expect(answerJson(answer)).toMatchObject({
    register: { intent: "count", total: 1, articles: 1, filter: { guest: "Trung Quốc" } },
  });
  const passages = await answerer.ask("Ai đã tiếp Đại sứ Hùng Ba?");
  expect(answerJson(passages)).not.toHaveProperty("register");
});

it.each([
  ["còn năm 2023?", "Có bao nhiêu đoàn Trung Quốc thăm Lạng Sơn năm 2023?", 0],
  ["thế Lào Cai?", "Có bao nhiêu đoàn Trung Quốc thăm Lào Cai năm 2023?", 0],
  ["còn năm 2025 thì sao?", "Có bao nhiêu đoàn Trung Quốc thăm Lào Cai năm 2025?", 0],
])("is asked on in a chat, also after nothing was found: %s", async (text, understood, total) => {
  const reply = await askInChat(answerer, chats, "1", text);
  expect(reply.understood).toBe(understood);
  expect(reply.answer.register).toMatchObject({ intent: "count", total });
});
