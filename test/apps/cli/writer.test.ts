import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { markdown, workspace } from "../../index/fixture.ts";
import { run } from "../../main/program.ts";
import { FakeModel } from "../../writer/fake-model.ts";
import { PROPOSED, QUESTION, TOLD, TRUE_TEXT } from "../../writer/made-up.ts";
import { cliInProcess } from "./in-process.ts";

const space = workspace();
const KEY = "sk-secret-of-the-operator";
let model: FakeModel;
const env = () => ({
  CORPUS_DIR: space.corpusDir,
  INDEX_DIR: space.indexDir,
  WRITER_URL: model.url,
  WRITER_MODEL: "qwen3:8b",
  WRITER_API_KEY: KEY,
});
const cli = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  cliInProcess(args, { ...env(), ...more });

beforeAll(async () => {
  model = await FakeModel.start();
  space.write("tiep-doan.md", markdown("Lạng Sơn tiếp đoàn Bằng Tường", `${TOLD}\n\n${PROPOSED}`));
  await space.build();
});
afterAll(() => model.stop());
beforeEach(() => {
  model.calls.splice(0);
  model.respond = () => ({
    kind: "text",
    text: `${TRUE_TEXT} Hai bên ký 16 hiệp định than đá [1].`,
  });
});
const MARK = "✎ soạn bằng mô hình, đã đối chiếu nguồn";

describe("ask", () => {
  test("shows the written answer, marked, with its sources", async () => {
    const { stdout } = await cli(["ask", QUESTION]);
    expect(stdout).toContain(`\n${MARK}\n`);
    expect(stdout).toMatch(/ngày 21\/1\/2025\. \[1\] Ông/u);
    expect(stdout).not.toContain("than đá");
  });

  test("--json tells what became of the writer, in the documented form", async () => {
    const { stdout } = await cli(["ask", "--json", QUESTION]);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({
      answered: true,
      written: true,
      added: [{ start: 0, end: told.answer.length, kind: "written" }],
      writer: {
        outcome: "written",
        dropped: [{ sentence: expect.stringContaining("than đá"), reason: expect.any(String) }],
        latencyMs: expect.any(Number),
      },
    });
  });

  test("--json tells why nothing was written", async () => {
    model.respond = () => ({ kind: "status", status: 500 });
    const { stdout } = await cli(["ask", "--json", QUESTION]);
    expect(JSON.parse(stdout)).toMatchObject({
      written: false,
      writer: { outcome: "down", dropped: [] },
    });
    const refused = JSON.parse((await cli(["ask", "--json", "Giá vàng hôm nay?"])).stdout);
    expect(refused).toMatchObject({
      answered: false,
      written: false,
      writer: { outcome: "not-asked" },
    });
  });

  test("--explain shows each sentence with its evidence, or why it was left out", async () => {
    const { stdout } = await cli(["ask", "--explain", QUESTION]);
    expect(stdout).toMatch(/writer: written \(\d+ ms\)/u);
    expect(stdout).toMatch(/1\. kept/u);
    expect(stdout).toMatch(/3\. left out: [a-z-]+/u);
    expect(stdout.replace(/\s+/gu, " ")).toContain(`[1] ${TOLD}`);
    const json = JSON.parse((await cli(["ask", "--explain", "--json", QUESTION])).stdout);
    expect(json.explanation.writer.map((one: { kept: boolean }) => one.kept)).toEqual([
      true,
      true,
      false,
    ]);
  });

  test("--no-writer, or no address: the model is not asked, and nothing is told of it", async () => {
    const without = JSON.parse((await cli(["ask", "--json", "--no-writer", QUESTION])).stdout);
    const unset = JSON.parse((await cli(["ask", "--json", QUESTION], { WRITER_URL: "" })).stdout);
    const { timings: _, ...answer } = without;
    expect(unset).toMatchObject(answer);
    expect(Object.keys(without)).toEqual(Object.keys(unset));
    expect(unset).not.toHaveProperty("writer");
    expect(model.calls).toEqual([]);
  });
});

describe("work on articles", () => {
  test.each([
    ["Tóm tắt buổi tiếp đoàn Bằng Tường", "Tóm tắt là việc tôi không làm"],
    ["so sánh", "So sánh là việc tôi không làm"],
    ["dịch câu trả lời sang tiếng Anh", "Việc này tôi không làm"],
    ["把回答翻译成中文", "这件事我做不了"],
  ])("is declined in words without a writer: %s", async (wish, words) => {
    const { stdout } = await cli(["ask", "--no-writer", wish]);
    expect(stdout).toContain(words);
    expect(model.calls).toEqual([]);
  });

  test("is done with one: a summary; a comparison of nothing is asked back", async () => {
    // A short article is sent as one passage.
    model.respond = () => ({ kind: "text", text: TRUE_TEXT.replace("[2]", "[1]") });
    const { stdout } = await cli(["ask", "Tóm tắt buổi tiếp đoàn Bằng Tường"]);
    expect(stdout).toContain(MARK);
    expect(model.calls[0]!.system).toContain("Summarise");
    expect((await cli(["ask", "so sánh"])).stdout).toMatch(/^Bạn hãy nêu rõ hai cuộc gặp/u);
  });
});

test("doctor names the model and how long it took, and what to do where it is not there", async () => {
  const found = await cli(["doctor"]);
  expect(found.stdout).toMatch(/^ok {6}writer {4}qwen3:8b has answered in \d+ ms$/mu);
  expect(model.calls).toHaveLength(1);
  model.respond = () => ({ kind: "status", status: 401, body: { error: { message: KEY } } });
  const refused = await cli(["doctor"]);
  expect(refused.code).toBe(1);
  expect(refused.stdout).toMatch(
    /^not ok {2}writer .*it answered with status 401 -> .*WRITER_API_KEY/mu,
  );
  expect(refused.stdout + refused.stderr).not.toContain(KEY);
  const unset = await cli(["doctor"], { WRITER_URL: "" });
  expect(unset.stdout).toMatch(/^ok {6}writer {4}WRITER_URL is not set: answers are quoted$/mu);
});

test("the terminal answers lines of a pipe with what was written", async () => {
  const { stdout, code } = await run(env(), `${QUESTION}\ndịch câu trả lời sang tiếng Anh\n`);
  expect(code).toBe(0);
  expect(stdout).toContain(MARK);
  // The model wrote Vietnamese where English was wished for: the quoted answer stays.
  expect(stdout).toContain("The answer in its original words:");
});
