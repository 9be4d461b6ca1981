import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run as runTerminal } from "../../src/apps/cli/chat/run.ts";
import { readConfig } from "../../src/config/config.ts";
import { acquireLock } from "../../src/storage/lock.ts";
import { markdown, temporaryFolder, workspace } from "../index/fixture.ts";
import { ended, run, startProgram } from "./program.ts";

const space = workspace();
const env = { CORPUS_DIR: space.corpusDir, INDEX_DIR: space.indexDir };

space.write(
  "don-doan.md",
  markdown(
    "Huyện Phong Thổ đón đoàn Kim Bình",
    "Ngày 12/4/2024, bà Lò Thị Hạnh, Phó Chủ tịch UBND huyện Phong Thổ, đón đoàn 18 người của huyện Kim Bình do ông Dương Vĩ dẫn đầu.\n\nHai bên bàn việc mở chợ biên giới vào thứ bảy hằng tuần.",
  ),
);
const ASKED = "Ai đón đoàn huyện Kim Bình?";

describe("the chat in the terminal, piped", () => {
  it("indexes the corpus at the first start and answers each line in order, answers alone on stdout", async () => {
    const input = `\uFEFF${ASKED}\r\n\n   \nWho won the football match in Paris?\n?!\n`;
    const first = await run(env, input);
    expect(first.code).toBe(0);
    expect(first.stderr.trim().split("\n")).toEqual(["Đang chuẩn bị lập chỉ mục…"]);
    const blocks = first.stdout.split(/^> /mu).slice(1);
    expect(blocks).toHaveLength(3);
    expect(blocks[0]).toMatch(/^Ai đón đoàn huyện Kim Bình\?\n.*Lò Thị Hạnh.* \[1\]\n/u);
    expect(blocks[0]).toContain(
      "[1] Huyện Phong Thổ đón đoàn Kim Bình – Báo Thử nghiệm, 06/05/2024\n",
    );
    expect(blocks[0]).toContain("    https://example.com/bai#:~:text=");
    expect(blocks[1]).toContain("I could not find this in the articles I have.");
    expect(blocks[2]).toContain("Xin gửi câu hỏi bằng chữ");
    expect(first.stdout).not.toContain("\u001b");

    const second = await run(env, ASKED);
    expect(second.stderr).toBe("");
    expect(second.stdout).toBe(`> ${blocks[0]!.trimEnd()}\n`);
  });

  it("answers from a changed corpus at the next start, and names what it cannot read", async () => {
    space.write(
      "tham-truong.md",
      markdown(
        "Đoàn Mông Tự thăm trường học",
        "Ông Trần Khải dẫn đầu đoàn Mông Tự thăm trường học ở Mường Khương.",
      ),
    );
    space.write("anh.md", new Uint8Array([0, 1, 2, 255]));
    const { stdout, stderr } = await run(env, "Ai dẫn đầu đoàn Mông Tự?");
    expect(stdout).toContain("Trần Khải");
    expect(stderr).toContain("1 tệp không đọc được:\n• anh.md: ");
    space.delete("anh.md");
    space.delete("tham-truong.md");
    const after = await run(env, "Ai dẫn đầu đoàn Mông Tự?");
    expect(after.stdout).not.toContain("Trần Khải");
  });

  it("ends well without a question, and when its reader leaves", async () => {
    expect(await run(env, "\n \n")).toEqual({ code: 0, stdout: "", stderr: "" });
    const child = startProgram(env);
    child.stdin.on("error", () => {});
    child.stdout.once("data", () => child.stdout.destroy());
    child.stdin.end(`${ASKED}\n`.repeat(2000));
    expect(await ended(child)).toMatchObject({ code: 0, stderr: "" });
  });

  it("answers from the present index while another process builds it", async () => {
    await space.build();
    space.write("moi.md", markdown("Tin mới", "Một tin mới chưa vào chỉ mục."));
    const unlock = acquireLock(space.indexDir, "somebody");
    try {
      const { code, stdout, stderr } = await run(env, ASKED);
      expect(code).toBe(0);
      expect(stdout).toContain("Lò Thị Hạnh");
      expect(stderr).toMatch(/^Chưa cập nhật được chỉ mục.*being built by somebody/u);
    } finally {
      unlock();
      space.delete("moi.md");
    }
  });

  it("answers from an index that cannot be written", async () => {
    const indexDir = join(temporaryFolder(), "index");
    await space.build();
    cpSync(space.indexDir, indexDir, { recursive: true });
    // The rights of a file mean nothing to root; a folder in the lock's place stops anyone.
    rmSync(join(indexDir, "lock.db"));
    mkdirSync(join(indexDir, "lock.db"));
    // An index that is up to date needs no writing; a new article does.
    space.write("moi.md", markdown("Tin mới", "Một tin mới chưa vào chỉ mục."));
    try {
      const { code, stdout, stderr } = await run({ ...env, INDEX_DIR: indexDir }, ASKED);
      expect(stderr).toContain(`${indexDir} cannot be written`);
      expect(stdout).toContain("Lò Thị Hạnh");
      expect(code).toBe(0);
    } finally {
      space.delete("moi.md");
    }
  });
});

describe("a start that cannot succeed tells why in plain lines and exits with 1", () => {
  const empty = temporaryFolder();
  mkdirSync(join(empty, "corpus"));
  writeFileSync(join(empty, "file"), "x");

  const base = () => ({ CORPUS_DIR: space.corpusDir, INDEX_DIR: temporaryFolder() });

  it.each([
    ["a bad token", { BOT_TOKEN: "secret-but-wrong" }, /^BOT_TOKEN must be a bot token/u],
    ["an empty corpus", { CORPUS_DIR: join(empty, "corpus") }, /chưa có bài viết nào/u],
    [
      "a file in place of the index",
      { INDEX_DIR: join(empty, "file") },
      /cannot be written.*set INDEX_DIR/u,
    ],
  ])("%s", { concurrent: true }, async (_, changes, message) => {
    const { code, stdout, stderr } = await run({ ...base(), ...changes }, ASKED);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at |node:|secret-but-wrong/mu);
    expect(stderr.trim().split("\n").length).toBeLessThanOrEqual(2);
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });

  // What is thrown is what the process tells.
  it.each([
    ["no corpus", { CORPUS_DIR: join(empty, "none") }, /no corpus folder .* Set CORPUS_DIR/u],
    [
      "a file in place of the corpus",
      { CORPUS_DIR: join(empty, "file") },
      /cannot be read \(ENOTDIR\)/u,
    ],
    ["no such model", { EMBEDDING_MODEL: "nothing-here" }, /no embedding model "nothing-here"/u],
  ])("%s", async (_, changes, message) => {
    const config = readConfig({ ...base(), ...changes }, process.cwd());
    const error: Error = await runTerminal(config).catch((thrown) => thrown);
    expect(["IndexError", "EmbeddingModelError"]).toContain(error.name);
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain("\n");
  });
});
