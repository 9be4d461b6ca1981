import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { CommanderError } from "commander";
import { beforeAll, describe, expect, it } from "vitest";
import { createProgram } from "../../../src/apps/cli/program.ts";
import { markdown, report, temporaryFolder, workspace } from "../../index/fixture.ts";
import { type Ended, ended } from "../../main/program.ts";
import { cliInProcess } from "./in-process.ts";

const space = workspace();

interface Given {
  readonly env?: Record<string, string>;
  readonly input?: string;
}

const folders = { CORPUS_DIR: space.corpusDir, INDEX_DIR: space.indexDir };

/** Runs the command line as another program would. */
async function cliProcess(
  args: readonly string[],
  { env = {}, input = "" }: Given = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ["scripts/run.mjs", "cli", ...args], {
    env: { PATH: process.env.PATH, BOT_TOKEN: "", ...folders, ...env },
  });
  child.stdin.end(input);
  return await ended(child);
}

const cli = (args: readonly string[], { env }: Given = {}) =>
  cliInProcess(args, { ...folders, ...env });

const lines = (text: string) => text.trim().split("\n");
const objects = (text: string) => lines(text).map((line) => JSON.parse(line));

beforeAll(async () => {
  space.write(
    "tiep-doan.md",
    markdown(
      "Lạng Sơn tiếp đoàn Sùng Tả",
      "Chiều 12/4/2023, ông Hoàng Văn Thụy, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn đại biểu thành phố Sùng Tả do ông Lý Tân Hoa làm trưởng đoàn.\n\nĐoàn Sùng Tả gồm 18 thành viên.",
    ),
  );
  for (const n of [1, 2, 3]) space.write(`bai-${n}.md`, report(n));
  await space.build();
});

describe("usage", () => {
  it("wrong usage ends with 2 and two lines at most; stdout stays empty", async () => {
    const wrong = [["ask"], ["search", "--k", "0", "x"]];
    for (const found of await Promise.all(wrong.map((args) => cliProcess(args)))) {
      expect(found).toMatchObject({ code: 2, stdout: "" });
      expect(lines(found.stderr).length).toBeLessThanOrEqual(2);
      expect(found.stderr).toMatch(/^error: .*\n.*--help/u);
    }
  });

  it.each([
    [["nonsense"]],
    [["show"]],
    [["ask", "--nope", "x"]],
    [["search", "--mode", "other", "x"]],
    [["search", "--k", "1.5", "x"]],
  ])("%j is wrong usage", async (args) => {
    const program = createProgram(() => {});
    for (const command of [program, ...program.commands]) {
      command.configureOutput({ writeErr: () => {} });
    }
    const error = await program.parseAsync(args, { from: "user" }).catch((caught) => caught);
    expect(error).toBeInstanceOf(CommanderError);
    expect(error.exitCode).not.toBe(0);
  });

  it("every command has help", async () => {
    const { code, stdout, stderr } = await cliProcess(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const commands = createProgram(() => {}).commands;
    for (const command of commands) {
      const [firstWords] = command.description().split(/[:;,]/u);
      expect(firstWords).not.toBe("");
      expect(stdout).toMatch(new RegExp(`^  ${command.name()} `, "mu"));
      const help = command.helpInformation().replace(/\s+/gu, " ");
      expect(help).toContain(firstWords);
      expect(help).toContain("--help");
      // An argument without a word on what it is helps nobody.
      for (const { description } of [...command.registeredArguments, ...command.options]) {
        expect(description, command.name()).not.toBe("");
      }
    }
  });
});

describe("ask", () => {
  it("prints exactly the documented object", async () => {
    const found = await cliProcess(["ask", "--json", "Ai làm trưởng đoàn Sùng Tả?"]);
    expect(found).toMatchObject({ code: 0, stderr: "" });
    expect(lines(found.stdout)).toHaveLength(1);
    const [answer] = objects(found.stdout);
    expect(Object.keys(answer)).toEqual([
      "question",
      "answered",
      "answer",
      "spans",
      "confidence",
      "language",
      "citations",
      "timings",
      "nearest",
      "direct",
      "added",
    ]);
    expect(answer).toMatchObject({ answered: true, language: "vi" });
    expect(answer.answer.startsWith(answer.direct)).toBe(true);
    expect(answer.answer).toContain("Lý Tân Hoa");
    expect(Object.keys(answer.timings)).toEqual(["embedMs", "retrieveMs", "answerMs", "totalMs"]);
    const [citation] = answer.citations;
    expect(Object.keys(citation)).toEqual(
      "n articleId title source url link published quote start end".split(" "),
    );
    expect(citation).toMatchObject({ n: 1, articleId: "tiep-doan", published: "2024-05-06" });
    const text = space.read((index) => index.article("tiep-doan")!.text);
    expect(text.slice(citation.start, citation.end)).toBe(citation.quote);
  });

  it("explains itself: with --json behind the other keys, for people above the answer", async () => {
    const question = "Đoàn Sùng Tả gồm bao nhiêu thành viên?";
    const [json, plain] = await Promise.all([
      cli(["ask", "--explain", "--json", question]),
      cli(["ask", "--explain", question]),
    ]);
    expect([json.code, plain.code]).toEqual([0, 0]);
    const [answer] = objects(json.stdout);
    expect(Object.keys(answer).at(-1)).toBe("explanation");
    expect(answer.explanation).toMatchObject({
      decision: "answered",
      question: { answerType: "number" },
    });
    expect(plain.stdout).toMatch(/^asks for +number.*^answered \(confidence .*18 thành viên/msu);
  });

  it("answers a batch in order; a bad line becomes an error object and the exit code 1", async () => {
    const input = [
      '{"id":"a","question":"Đoàn Sùng Tả gồm bao nhiêu thành viên?"}',
      "not json",
      "",
      '{"id":2}',
      '{"id":"c","question":""}',
    ].join("\n");
    const found = await cliProcess(["ask", "--json", "--batch", "-"], { input });
    expect(found).toMatchObject({ code: 1, stderr: "" });
    const [a, bad, missing, empty, ...rest] = objects(found.stdout);
    expect(Object.keys(a)[0]).toBe("id");
    expect(a).toMatchObject({ id: "a", answered: true });
    expect(a.answer).toContain("18");
    expect(bad).toEqual({ error: "the line is not JSON" });
    expect(missing).toMatchObject({ id: 2, error: expect.stringContaining("question") });
    expect(empty).toMatchObject({ id: "c", answered: false });
    expect(rest).toEqual([]);
  });

  it("prints for people without --json, and ends with 0 when it refuses", async () => {
    const found = await cli(["ask", "Giá vàng hôm nay bao nhiêu?"]);
    expect(found).toMatchObject({ code: 0, stderr: "" });
    expect(found.stdout).not.toMatch(/^\{/u);
    expect(found.stdout.trim()).not.toBe("");
  });
});

describe("search", () => {
  it.each(["dense", "lexical"])("lists passages best first (%s)", async (mode) => {
    const args = ["search", "--json", "--k", "2", "--mode", mode, "trưởng đoàn Sùng Tả"];
    const found = await cli(args);
    expect(found).toMatchObject({ code: 0, stderr: "" });
    const [{ query, hits, ...rest }] = objects(found.stdout);
    expect(rest).toEqual({});
    expect(query).toBe("trưởng đoàn Sùng Tả");
    expect(hits).toHaveLength(2);
    expect(Object.keys(hits[0])).toEqual(["articleId", "chunkId", "score", "text", "start", "end"]);
    expect(hits[0].articleId).toBe("tiep-doan");
    expect(hits[0].score).toBeGreaterThanOrEqual(hits[1].score);
    const text = space.read((index) => index.article("tiep-doan")!.text);
    expect(text.slice(hits[0].start, hits[0].end)).toBe(hits[0].text);
  });

  it("reads a batch file", async () => {
    const file = join(temporaryFolder(), "queries.jsonl");
    writeFileSync(file, '\uFEFF{"id":1,"query":"Sùng Tả"}\r\n{"id":2,"query":"Bằng Tường"}\r\n');
    const found = await cli(["search", "--json", "--batch", file]);
    expect(found.code).toBe(0);
    expect(objects(found.stdout).map(({ id, query }) => [id, query])).toEqual([
      [1, "Sùng Tả"],
      [2, "Bằng Tường"],
    ]);
  });
});

describe("index and status", () => {
  it("print the counters, the failures by name, and what the index holds", async () => {
    const own = workspace();
    own.write("bai-1.md", report(1));
    own.write("hong.md", "");
    const env = { CORPUS_DIR: own.corpusDir, INDEX_DIR: own.indexDir };
    const none = await cli(["status", "--json"], { env });
    expect(none.code).toBe(0);
    expect(objects(none.stdout)[0]).toMatchObject({ ready: false, problem: "none" });
    const first = await cli(["index"], { env });
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(lines(first.stdout)).toEqual([
      "indexed 1, updated 0, unchanged 0, removed 0, skipped 1",
      expect.stringMatching(/^skipped hong\.md: \S.+/u),
    ]);
    const again = await cli(["index", "--full"], { env });
    expect(again.stdout).toContain("updated 1");
    const status = await cli(["status", "--json"], { env });
    expect(objects(status.stdout)[0]).toMatchObject({
      ready: true,
      generation: "000002",
      articles: 1,
      dimension: expect.any(Number),
      building: null,
    });
    expect((await cli(["status"], { env })).stdout).toMatch(/^articles: 1$/mu);
    const other = await cli(["status", "--json"], { env: { ...env, EMBEDDING_MODEL: "other" } });
    expect(objects(other.stdout)[0]).toMatchObject({ ready: false, problem: "foreign-model" });
  });

  it("say that a corpus is empty", async () => {
    const env = { CORPUS_DIR: temporaryFolder(), INDEX_DIR: temporaryFolder() };
    const found = await cli(["index"], { env });
    expect(found.code).toBe(0);
    expect(found.stdout).toMatch(/^indexed 0,/u);
    expect(found.stderr).toContain(env.CORPUS_DIR);
  });

  it("fail with the next step where the corpus is missing", async () => {
    const env = { CORPUS_DIR: "/does/not/exist", INDEX_DIR: temporaryFolder() };
    const found = await cli(["index"], { env });
    expect(found).toMatchObject({ code: 1, stdout: "" });
    expect(found.stderr).toMatch(/^error: .*\/does\/not\/exist.*CORPUS_DIR.*\n$/u);
  });
});

describe("show", () => {
  it("prints what was recognised and the clean text; an unknown id fails", async () => {
    const [plain, json, unknown] = await Promise.all([
      cli(["show", "tiep-doan"]),
      cli(["show", "tiep-doan.md", "--json"]),
      cli(["show", "khong-co"]),
    ]);
    expect(plain.code).toBe(0);
    expect(plain.stdout).toMatch(/^published: 2024-05-06$/mu);
    expect(plain.stdout).toContain("do ông Lý Tân Hoa làm trưởng đoàn");
    expect(objects(json.stdout)[0]).toMatchObject({ id: "tiep-doan", source: "Báo Thử nghiệm" });
    expect(unknown).toMatchObject({ code: 1, stdout: "" });
    expect(unknown.stderr).toContain("khong-co");
  });
});

describe("doctor", () => {
  it("finds everything well, and reaches the Bot API server of the settings", async () => {
    const server = createServer((request, response) => {
      const ok = request.url?.endsWith("/getMe");
      response.end(JSON.stringify({ ok, result: { username: "thu_bot" } }));
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    const found = await cli(["doctor"], {
      env: { BOT_TOKEN: "1:x", TELEGRAM_API_ROOT: `http://127.0.0.1:${port}` },
    });
    server.close();
    expect(found.code).toBe(0);
    const checked = lines(found.stdout).map((line) => /^ok +(\w+) {2,}\S/u.exec(line)?.[1]);
    expect(checked).toEqual(
      "config corpus model answers index data writing feeds writer telegram".split(" "),
    );
    expect(found.stdout).toContain("@thu_bot");
  });

  it("names what is broken with the next step, and no secret", async () => {
    const token = "123456789:AAF-abcdefghijklmnopqrstuvwxyz_0123";
    const found = await cliProcess(["doctor"], {
      env: {
        CORPUS_DIR: "/does/not/exist",
        INDEX_DIR: join(temporaryFolder(), "new"),
        BOT_TOKEN: token,
        TELEGRAM_API_ROOT: "http://127.0.0.1:9",
      },
    });
    expect(found.code).toBe(1);
    for (const name of ["corpus", "index", "telegram"]) {
      expect(found.stdout).toMatch(new RegExp(`^not ok +${name} .* -> \\S`, "mu"));
    }
    expect(found.stdout + found.stderr).not.toContain(token);
  });

  it("names a damaged database, calibration and feeds file, and goes on with the other checks", async () => {
    const own = temporaryFolder();
    const garbage = join(own, "state.db");
    writeFileSync(garbage, "rác ".repeat(3_000));
    const models = join(own, "models");
    mkdirSync(join(models, "visits-vi-static"), { recursive: true });
    const env = { INDEX_DIR: own, EMBEDDING_DIR: models, FEEDS_FILE: garbage };
    const found = await cli(["doctor"], { env });
    expect(found.code).toBe(1);
    for (const line of [
      /^not ok +model +\S.* -> \S/mu,
      /^not ok +answers +The calibration .* cannot be read\. Restore/mu,
      /^not ok +data +state\.db in .*: damaged\. /mu,
      /^not ok +feeds +\S.* -> correct the file/mu,
      /^ok +writing /mu,
    ]) {
      expect(found.stdout).toMatch(line);
    }
    expect(found.stdout).not.toMatch(/^\s+at /mu);
  });

  it("stops at settings that are wrong", async () => {
    const found = await cli(["doctor"], { env: { ADMIN_IDS: "me" } });
    expect(found.code).toBe(1);
    expect(lines(found.stdout)).toHaveLength(1);
    expect(found.stdout).toMatch(/^not ok +config .*ADMIN_IDS must be/u);
  });
});

describe("backup, restore and rollback", () => {
  it("save a state, go back to the index before, and bring everything back", async () => {
    const own = workspace();
    const env = { CORPUS_DIR: own.corpusDir, INDEX_DIR: own.indexDir };
    const to = join(temporaryFolder(), "monday");
    for (const n of [1, 2]) {
      own.write(`bai-${n}.md`, report(n));
      await own.build();
    }
    const articles = () => own.read((index) => index.status().articles);
    const saved = await cli(["backup", to], { env });
    expect(saved).toMatchObject({ code: 0, stderr: "" });
    expect(saved.stdout).toMatch(/^saved \d+ files, .* MB, in .*monday\n$/u);
    expect(await cli(["backup", to], { env })).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/^error: .*not empty/u),
    });
    const back = await cli(["rollback"], { env });
    expect(back.stdout).toMatch(/^generation 000001: 1 articles, .*\(before: 000002\)/u);
    expect(articles()).toBe(1);
    expect(await cli(["rollback", "000009"], { env })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("These are kept: 000002, 000001."),
    });
    own.delete("bai-1.md");
    expect(await cliProcess(["restore", to], { env })).toMatchObject({ code: 0, stderr: "" });
    expect(articles()).toBe(2);
    expect((await cli(["index"], { env })).stdout).toContain("unchanged 2, removed 0");
    expect(await cli(["restore", join(to, "none")], { env })).toMatchObject({
      code: 1,
      stdout: "",
    });
  });
});
