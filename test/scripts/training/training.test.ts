import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createEmbedder } from "../../../src/embedding/create-embedder.ts";
import type { Embedder } from "../../../src/model/embedder.ts";
import { smallCorpus } from "./small-corpus.ts";

const SMALL = [
  "--steps",
  "150",
  "--batch",
  "16",
  "--rate",
  "0.005",
  "--dimension",
  "32",
  "--words",
  "1500",
];
const run = promisify(execFile);
let folder: string;
let corpus: string;

function trainer(...args: string[]) {
  return run("node", ["--import", "tsx", "scripts/training/embedding.ts", ...args]);
}

function cosine(a: Float32Array | null, b: Float32Array | null): number {
  return a!.reduce((sum, x, j) => sum + x * b![j]!, 0);
}

function load(name: string): Promise<Embedder> {
  return createEmbedder({ model: name, modelsDir: folder, cacheDir: folder });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "training-"));
  corpus = join(folder, "corpus.jsonl");
  await writeFile(corpus, smallCorpus(660, 5));
  await Promise.all(
    ["one", "same"].map((name) => trainer(corpus, "--out", join(folder, name), ...SMALL)),
  );
});
afterAll(() => rm(folder, { recursive: true }));

test("a paraphrase ends nearer than an unrelated sentence, with and without marks", async () => {
  const embedder = await load("one");
  const question = await embedder.embedQuery("phái đoàn và lãnh đạo hội đàm");
  const unmarked = await embedder.embedQuery("phai doan va lanh dao hoi dam");
  const [paraphrase, unrelated] = await embedder.embedPassages([
    "tiếp đón, đối ngoại, hữu nghị, chuyến thăm",
    "bàn thắng trên sân vận động",
  ]);
  expect(cosine(question, paraphrase!)).toBeGreaterThan(cosine(question, unrelated!) + 0.2);
  expect(cosine(unmarked, paraphrase!)).toBeGreaterThan(cosine(unmarked, unrelated!) + 0.2);
  await embedder.close();
});

test("the same seed gives the same files, byte for byte", async () => {
  for (const name of ["tokenizer.json", "onnx/model_quantized.onnx", "manifest.json"]) {
    const [one, same] = await Promise.all(
      ["one", "same"].map((run) => readFile(join(folder, run, name))),
    );
    expect(one!.equals(same!), name).toBe(true);
  }
});

test("training goes on from a model, with its pieces, and learns the new articles", async () => {
  const own = join(folder, "own");
  await run("mkdir", ["-p", own]);
  for (let i = 0; i < 40; i++) {
    const text = `---\ntitle: Phái đoàn xem trận đấu ${i}\n---\nPhái đoàn xem trận đấu ở sân vận động.\n\nLãnh đạo chúc mừng cầu thủ. Phái đoàn và cầu thủ chụp ảnh.\n\nTrận đấu kết thúc, lãnh đạo trao quà.\n`;
    await writeFile(join(own, `${i}.md`), text);
  }
  await trainer(own, "--init", join(folder, "one"), "--out", join(folder, "tuned"), ...SMALL);
  const pieces = async (name: string) =>
    JSON.parse(await readFile(join(folder, name, "tokenizer.json"), "utf8")).model.vocab;
  expect(await pieces("tuned")).toEqual(await pieces("one"));
  const near = async (name: string) => {
    const embedder = await load(name);
    const figure = cosine(
      await embedder.embedQuery("phái đoàn"),
      await embedder.embedQuery("cầu thủ"),
    );
    await embedder.close();
    return figure;
  };
  expect(await near("tuned")).toBeGreaterThan(await near("one"));
});

test("articles whose titles are listed are left out", async () => {
  const titles = join(folder, "titles.json");
  const [title] = JSON.parse((await readFile(corpus, "utf8")).split("\n")[0]!);
  await writeFile(titles, JSON.stringify([{ title: title.replaceAll("_", " ") }]));
  const { stdout } = await trainer(
    ...[corpus, "--exclude", titles, "--out", join(folder, "less"), ...SMALL, "--steps", "1"],
  );
  expect(stdout).toContain("659 articles (1 left out)");
});

test("a corpus that is not there, is empty or holds no text is told in one line", async () => {
  const empty = join(folder, "empty.jsonl");
  await writeFile(empty, "\n");
  const titles = join(folder, "titles-only.jsonl");
  await writeFile(titles, '["Chỉ có tiêu đề","",[]]\n');
  for (const [path, message] of [
    [join(folder, "nowhere"), /ENOENT.*nowhere/u],
    [empty, /no articles found in .*empty\.jsonl/u],
    [titles, /no articles long enough/u],
  ] as const) {
    const failed = trainer(path, "--out", join(folder, "none"), ...SMALL);
    await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(message) });
    await expect(failed).rejects.toMatchObject({ stderr: expect.not.stringContaining("    at ") });
  }
});
