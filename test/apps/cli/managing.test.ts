import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommanderError } from "commander";
import { beforeAll, describe, expect, it } from "vitest";
import { add } from "../../../src/apps/cli/commands/add.ts";
import { UsageError } from "../../../src/apps/cli/io.ts";
import { createProgram } from "../../../src/apps/cli/program.ts";
import { acquireLock } from "../../../src/storage/lock.ts";
import { report, temporaryFolder, workspace } from "../../index/fixture.ts";
import { type Ended, ended } from "../../main/program.ts";

const space = workspace();
const files = temporaryFolder();

function start(args: readonly string[], input = "", env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["scripts/run.mjs", "cli", ...args], {
    env: {
      PATH: process.env.PATH,
      BOT_TOKEN: "",
      BOT_LANGUAGE: "en",
      CORPUS_DIR: space.corpusDir,
      INDEX_DIR: space.indexDir,
      ...env,
    },
  });
  child.stdin.end(input);
  return child;
}

const cli = (args: readonly string[], input?: string, env?: Record<string, string>) =>
  ended(start(args, input, env));

function file(name: string, text: string): string {
  writeFileSync(join(files, name), text);
  return join(files, name);
}

const BODIES: Readonly<Record<string, string>> = {
  "Nà Lầu":
    "Hai bên bàn việc thông quan hàng hóa, mở thêm lối đi cho cư dân và lập đường dây nóng giữa các đồn.",
  "Khau Vai":
    "Lễ hội chợ tình năm nay có đội văn nghệ bạn tham gia, với các tiết mục múa khèn và hát giao duyên.",
  "Lũng Cú":
    "Huyện mời doanh nghiệp đầu tư homestay, vận tải khách và quảng bá hoa tam giác mạch tới du khách.",
  "Mèo Vạc":
    "Chương trình hỗ trợ học bổng cho sinh viên người Mông và trao đổi giáo viên dạy tiếng được ký kết.",
  "Đồng Văn":
    "Cơ quan y tế thống nhất cách phòng bệnh dại, chia sẻ vắc xin và tập huấn cho nhân viên thôn bản.",
  "Hoàng Su Phì":
    "Hợp tác xã chè hai nước thỏa thuận tiêu chuẩn sấy, nhãn hàng và kênh bán qua thương mại điện tử.",
};

const text = (place: string) =>
  `Tiếp đoàn ${place}\n\nNgày 3/3/2024, bà Vi Thị Mơ tiếp đoàn đại biểu ${place}.\n\n${BODIES[place]}\n`;

const idOf = ({ stdout }: Ended) => /^(?:added|updated) (\S+)/mu.exec(stdout)?.[1];
const listed = () => space.read((index) => index.articles(0, 99).map(({ id }) => id));

beforeAll(async () => {
  for (const n of [1, 2, 3]) space.write(`bai-${n}.md`, report(n));
  await space.build();
});

describe("add", () => {
  it("with --dry-run shows what was recognised and changes nothing", async () => {
    const before = readdirSync(space.corpusDir);
    const shown = await cli(["add", "--dry-run", file("thu.txt", text("Nà Lầu"))]);
    expect(shown).toMatchObject({ code: 0, stderr: "" });
    expect(shown.stdout).toMatch(
      /^would add .*\n {2}title: Tiếp đoàn Nà Lầu\n.*event: 3\/3\/2024\n.*\n {2}\| Ngày 3\/3\/2024/su,
    );
    expect(readdirSync(space.corpusDir)).toEqual(before);
  });

  it("takes what it can, names what it can't with the next step, and indexes once", async () => {
    const good = file("tốt.md", `---\ntitle: "Tin tốt"\n---\n\n${text("Nà Lầu")}`);
    const page = file(
      "trang.html",
      `<html><body><article><h1>Thăm Khau Vai</h1><p>${text("Khau Vai")}</p></article></body></html>`,
    );
    const ended = await cli([
      "add",
      good,
      join(files, "missing.txt"),
      "http://10.0.0.1/",
      file("rong.txt", ""),
      files,
      page,
      file("a.txt", text("Mèo Vạc")),
      file("b.txt", text("Mèo Vạc")),
      "--source",
      "Báo Thử",
    ]);
    expect(ended.code).toBe(1);
    // The same article twice in one command is added once.
    expect(ended.stdout.match(/^added |^updated /gmu)).toEqual([
      "added ",
      "added ",
      "added ",
      "updated ",
    ]);
    expect(ended.stdout).toContain("source: Báo Thử");
    const failed = ended.stderr.trim().split("\n");
    expect(failed).toHaveLength(4);
    expect(failed[0]).toMatch(/^failed .*missing\.txt: There is no such file\. Check the path\.$/u);
    expect(failed[1]).toMatch(/^failed http:\/\/10\.0\.0\.1\/: .*private network.*paste/u);
    expect(failed[2]).toMatch(/rong\.txt: The file is empty/u);
    expect(failed[3]).toMatch(/It is no file/u);
    expect(listed()).toHaveLength(6);
  });

  it("reads standard input; the same article again is an update", async () => {
    const first = await cli(
      ["add", "-", "--title", "Đoàn Lũng Cú", "--date", "5/3/2024"],
      text("Lũng Cú"),
    );
    expect(first.code).toBe(0);
    expect(idOf(first)).toBe("added/2024/2024-03-03-doan-lung-cu");
    const again = await cli(["add", file("lc.txt", text("Lũng Cú"))]);
    expect(again.stdout).toMatch(
      /^updated added\/2024\/2024-03-03-doan-lung-cu \(the same text\)/u,
    );
  });

  it("begins a corpus where there is none", async () => {
    const env = { CORPUS_DIR: join(files, "mới"), INDEX_DIR: join(files, "chỉ mục") };
    expect(await cli(["add", file("c.txt", text("Đồng Văn"))], "", env)).toMatchObject({ code: 0 });
    expect(existsSync(join(env.CORPUS_DIR, "added/undated/2024-03-03-tiep-doan-dong-van.md"))).toBe(
      true,
    );
  });

  it.each([
    [["a", "b"], { title: "x" }],
    [["-", "-"], {}],
  ])("%j with %j is wrong usage", async (sources, options) => {
    await expect(add(sources, options)).rejects.toThrow(UsageError);
  });

  it.each([[["add"]], [["add", "a", "--date", "31/2/2024"]], [["remove"]]])(
    "%j is wrong usage",
    async (args) => {
      const program = createProgram(() => {});
      for (const command of program.commands) command.configureOutput({ writeErr: () => {} });
      await expect(program.parseAsync(args, { from: "user" })).rejects.toThrow(CommanderError);
    },
  );

  it("waits while another process writes the index", { timeout: 120_000 }, async () => {
    const unlock = acquireLock(space.indexDir, "@khac (5)");
    const child = start(["add", file("d.txt", text("Hoàng Su Phì"))]);
    const result = ended(child);
    let stderr = "";
    child.stderr.on("data", (data) => {
      stderr += data;
    });
    await expect.poll(() => stderr, { timeout: 90_000 }).toContain("written by @khac (5); waiting");
    unlock();
    expect(await result).toMatchObject({ code: 0 });
    expect(listed()).toContain("added/undated/2024-03-03-tiep-doan-hoang-su-phi");
  });
});

describe("remove, undo and log", () => {
  it("take an article out, bring it back, and tell of it", async () => {
    const removed = await cli(["remove", "bai-1", "bai-2.md", "nope", "bai-3#2"]);
    expect(removed.code).toBe(1);
    expect(removed.stdout).toMatch(/^removed bai-1: Đoàn .*\nremoved bai-2: .*\n.*undo/u);
    expect(removed.stderr).toMatch(
      /^failed nope: .*articles WORDS.*\nfailed bai-3#2: .*brief.*bai-3\n$/u,
    );
    expect(existsSync(join(space.corpusDir, "bai-2.md"))).toBe(false);
    expect(listed()).not.toContain("bai-2");
    expect((await cli(["undo"])).stdout).toMatch(/^undid the removal of bai-2\.md/u);
    expect(listed()).toContain("bai-2");
    const [json, plain] = await Promise.all([cli(["log", "--json", "--limit", "2"]), cli(["log"])]);
    const log = JSON.parse(json.stdout);
    expect(log).toMatchObject([
      { action: "undo", path: "bai-2.md", actor: { id: null } },
      { action: "remove", path: "bai-2.md", undone: true },
    ]);
    expect(log[0].actor.name).toMatch(/^command line \(.+\)$/u);
    expect(plain.stdout).toMatch(/^\S+Z {2}command line \(.+\) {2}undo {2}bai-2\.md/u);
  });

  it("an undo without a change fails", async () => {
    const env = { CORPUS_DIR: join(files, "x"), INDEX_DIR: join(files, "y") };
    mkdirSync(env.CORPUS_DIR);
    const nothing = await cli(["undo"], "", env);
    expect(nothing).toMatchObject({ code: 1, stdout: "" });
    expect(nothing.stderr).toContain("nothing to undo");
  });
});

it("articles finds by unmarked words, by id and file name, best first", async () => {
  const find = async (...words: string[]) =>
    JSON.parse((await cli(["articles", "--json", ...words])).stdout).map(
      ({ id }: { id: string }) => id,
    );
  const [words, id, all] = await Promise.all([
    find("khau", "vai"),
    find("bai-3.md"),
    cli(["articles", "--limit", "1"]),
  ]);
  expect(words).toEqual([expect.stringContaining("khau-vai")]);
  expect(id).toEqual(["bai-3"]);
  expect(all.stderr).toMatch(/^1 of \d+ articles/u);
});

describe("edit", () => {
  it("mends fields of an article, whose event day settles its visit, and undo takes it back", async () => {
    const id = "sua/hoa-binh";
    space.write(
      `${id}.md`,
      "---\ntitle: Tiếp đoàn Hà Khẩu\npublished: 2024-03-20\n---\n\nTại Lào Cai, ông Vi Văn Mẫu, Phó Chủ tịch UBND tỉnh Lào Cai, tiếp đoàn huyện Hà Khẩu (Vân Nam, Trung Quốc) do ông Lý Thử dẫn đầu.\n",
    );
    await cli(["index"]);
    const bad = await cli(["edit", id, "--event", "31/2/2024"]);
    expect(bad).toMatchObject({ code: 2 });
    expect(bad.stderr).toContain("--event: No calendar has this day.");
    expect((await cli(["edit", id])).stderr).toContain("--published");
    expect((await cli(["edit", "khong/co", "--title", "x"])).stderr).toContain("no article");
    const done = await cli([
      "edit",
      id,
      "--event",
      "2024-03-12",
      "--source",
      "Báo Thử",
      "--published",
      "-",
    ]);
    expect(done.stdout).toContain("source: Báo Thử\npublished: (none)\nevent: 2024-03-12\n");
    const onDay = ["visits", "--json", "--from", "2024-03-12", "--to", "2024-03-12"];
    expect(JSON.parse((await cli(onDay)).stdout)).toHaveLength(1);
    expect((await cli(["log", "--limit", "1"])).stdout).toContain("edit  sua/hoa-binh.md");
    expect((await cli(["undo"])).stdout).toContain("undid the editing of sua/hoa-binh.md");
    expect(JSON.parse((await cli(onDay)).stdout)).toEqual([]);
  }, 180_000);
});
