import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { CommanderError } from "commander";
import { beforeAll, describe, expect, it } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { markdown, report, temporaryFolder, workspace } from "../index/fixture.ts";

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const space = workspace();

/** Runs the command line as another program would. */
async function cli(
  args: readonly string[],
  { env = {}, input = "" }: { env?: Record<string, string>; input?: string } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", "tsx", "src/cli/main.ts", ...args], {
    env: {
      PATH: process.env.PATH,
      CORPUS_DIR: space.corpusDir,
      INDEX_DIR: space.indexDir,
      BOT_TOKEN: "",
      ...env,
    },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data) => {
    stdout += data;
  });
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  child.stdin.end(input);
  const [code] = await once(child, "close");
  return { code, stdout, stderr };
}

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
    for (const ended of await Promise.all(wrong.map((args) => cli(args)))) {
      expect(ended).toMatchObject({ code: 2, stdout: "" });
      expect(lines(ended.stderr).length).toBeLessThanOrEqual(2);
      expect(ended.stderr).toMatch(/^error: .*\n.*--help/u);
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
    const { code, stdout, stderr } = await cli(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const commands = createProgram(() => {}).commands;
    expect(commands.map((command) => command.name())).toEqual(
      "ask search index status doctor show".split(" "),
    );
    for (const command of commands) {
      expect(stdout).toContain(command.description().split(" ")[0]);
      expect(command.helpInformation()).toContain("--help");
    }
  });
});

describe("ask", () => {
  it("prints exactly the documented object", async () => {
    const ended = await cli(["ask", "--json", "Ai làm trưởng đoàn Sùng Tả?"]);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(lines(ended.stdout)).toHaveLength(1);
    const [answer] = objects(ended.stdout);
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
    ]);
    expect(answer).toMatchObject({ answered: true, language: "vi" });
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
    const ended = await cli(["ask", "--json", "--batch", "-"], { input });
    expect(ended).toMatchObject({ code: 1, stderr: "" });
    const [a, bad, missing, empty, ...rest] = objects(ended.stdout);
    expect(Object.keys(a)[0]).toBe("id");
    expect(a).toMatchObject({ id: "a", answered: true });
    expect(a.answer).toContain("18");
    expect(bad).toEqual({ error: "the line is not JSON" });
    expect(missing).toMatchObject({ id: 2, error: expect.stringContaining("question") });
    expect(empty).toMatchObject({ id: "c", answered: false });
    expect(rest).toEqual([]);
  });

  it("prints for people without --json, and ends with 0 when it refuses", async () => {
    const ended = await cli(["ask", "Giá vàng hôm nay bao nhiêu?"]);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(ended.stdout).not.toMatch(/^\{/u);
    expect(ended.stdout.trim()).not.toBe("");
  });
});

describe("search", () => {
  it.each(["dense", "lexical"])("lists passages best first (%s)", async (mode) => {
    const args = ["search", "--json", "--k", "2", "--mode", mode, "trưởng đoàn Sùng Tả"];
    const ended = await cli(args);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    const [{ query, hits, ...rest }] = objects(ended.stdout);
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
    const ended = await cli(["search", "--json", "--batch", file]);
    expect(ended.code).toBe(0);
    expect(objects(ended.stdout).map(({ id, query }) => [id, query])).toEqual([
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
    const ended = await cli(["index"], { env });
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(/^indexed 0,/u);
    expect(ended.stderr).toContain(env.CORPUS_DIR);
  });

  it("fail with the next step where the corpus is missing", async () => {
    const env = { CORPUS_DIR: "/does/not/exist", INDEX_DIR: temporaryFolder() };
    const ended = await cli(["index"], { env });
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toMatch(/^error: .*\/does\/not\/exist.*CORPUS_DIR.*\n$/u);
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
    const ended = await cli(["doctor"], {
      env: { BOT_TOKEN: "1:x", TELEGRAM_API_ROOT: `http://127.0.0.1:${port}` },
    });
    server.close();
    expect(ended.code).toBe(0);
    expect(lines(ended.stdout)).toHaveLength(6);
    for (const line of lines(ended.stdout)) expect(line).toMatch(/^ok /u);
    expect(ended.stdout).toContain("@thu_bot");
  });

  it("names what is broken with the next step, and no secret", async () => {
    const token = "123456789:AAF-abcdefghijklmnopqrstuvwxyz_0123";
    const ended = await cli(["doctor"], {
      env: {
        CORPUS_DIR: "/does/not/exist",
        INDEX_DIR: join(temporaryFolder(), "new"),
        BOT_TOKEN: token,
        TELEGRAM_API_ROOT: "http://127.0.0.1:9",
      },
    });
    expect(ended.code).toBe(1);
    for (const name of ["corpus", "index", "telegram"]) {
      expect(ended.stdout).toMatch(new RegExp(`^not ok +${name} .* -> \\S`, "mu"));
    }
    expect(ended.stdout + ended.stderr).not.toContain(token);
  });

  it("stops at settings that are wrong", async () => {
    const ended = await cli(["doctor"], { env: { ADMIN_IDS: "me" } });
    expect(ended.code).toBe(1);
    expect(lines(ended.stdout)).toHaveLength(1);
    expect(ended.stdout).toMatch(/^not ok +config .*ADMIN_IDS must be/u);
  });
});
