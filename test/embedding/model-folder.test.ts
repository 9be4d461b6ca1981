import { cp, mkdtemp, readFile, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createEmbedder } from "../../src/embedding/create-embedder.ts";
import { writeTinyModel } from "./tiny-model.ts";

let folder: string;
const load = (model: string) => createEmbedder({ model, modelsDir: folder, cacheDir: folder });

async function copy(name: string): Promise<string> {
  await cp(join(folder, "tiny"), join(folder, name), { recursive: true });
  return join(folder, name);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "models-"));
  await writeTinyModel(join(folder, "tiny"));
});
afterAll(() => rm(folder, { recursive: true }));

test("a model is found by its name in the models folder and by its path", async () => {
  const byName = await load("tiny");
  const byPath = await load(join(folder, "tiny"));
  expect(byName.dimension).toBe(8);
  expect(byPath.fingerprint).toBe(byName.fingerprint);
  expect(await byPath.embedQuery("đoàn")).toEqual(await byName.embedQuery("đoàn"));
});

test.each(["config.json", "tokenizer.json", "tokenizer_config.json", "onnx/model_quantized.onnx"])(
  "a damaged %s is named before anything is loaded",
  async (name) => {
    const file = join(await copy("damaged"), name);
    const bytes = await readFile(file);
    bytes[bytes.length >> 1]! ^= 1;
    await writeFile(file, bytes);
    await expect(load("damaged")).rejects.toMatchObject({
      name: "EmbeddingModelError",
      problem: "corrupt",
      message: expect.stringContaining(file),
    });
    await rm(join(folder, "damaged"), { recursive: true });
  },
);

test("a truncated model file is damaged, a removed one is missing", async () => {
  const onnx = join(await copy("cut"), "onnx/model_quantized.onnx");
  await writeFile(onnx, (await readFile(onnx)).subarray(0, 50));
  await expect(load("cut")).rejects.toMatchObject({ problem: "corrupt" });
  await unlink(onnx);
  await expect(load("cut")).rejects.toMatchObject({
    problem: "missing",
    message: expect.stringContaining(onnx),
  });
});

test("a file of another model is damaged, and every start says so again, with the file", async () => {
  await writeTinyModel(join(folder, "other"), 2);
  const swapped = join(await copy("swapped"), "onnx/model_quantized.onnx");
  await cp(join(folder, "other", "onnx/model_quantized.onnx"), swapped);
  for (let start = 0; start < 2; start++) {
    await expect(load("swapped")).rejects.toMatchObject({
      name: "EmbeddingModelError",
      problem: "corrupt",
      message: expect.stringMatching(/model_quantized\.onnx.*\. \S/su),
    });
  }
});

test.each(["{", '{"kind":"static"}', '{"kind":"static","sha256":{}}'])(
  "the manifest %j is refused",
  async (manifest) => {
    await writeFile(join(await copy("odd"), "manifest.json"), manifest);
    await expect(load("odd")).rejects.toMatchObject({ problem: "corrupt" });
  },
);

test("a folder without manifest is used as it is, and is not taken to be static", async () => {
  await unlink(join(await copy("foreign"), "manifest.json"));
  const embedder = await load("foreign");
  expect(embedder.tokenRows).toBeNull();
  expect(await embedder.embedQuery("đoàn Quảng Tây")).toEqual(
    await (await load("tiny")).embedQuery("đoàn Quảng Tây"),
  );
  expect(await embedder.embedQuery("…")).toBeNull();
});

test("files that are no model give one clear error", async () => {
  const odd = await copy("no-model");
  await unlink(join(odd, "manifest.json"));
  await writeFile(join(odd, "tokenizer.json"), "{}");
  await expect(load("no-model")).rejects.toMatchObject({ problem: "unsupported" });
});

test("a name that is no folder is missing, and nothing is fetched for it", async () => {
  await expect(load("nowhere")).rejects.toMatchObject({
    name: "EmbeddingModelError",
    problem: "missing",
    message: expect.stringContaining(join(folder, "nowhere")),
  });
});

test("the fingerprint follows the files and the profile", async () => {
  const tiny = await load("tiny");
  const prints = new Set([tiny.fingerprint]);
  await writeTinyModel(join(folder, "other-rows"), 2);
  prints.add((await load("other-rows")).fingerprint);
  await copy("e5-tiny");
  const prefixed = await load("e5-tiny");
  prints.add(prefixed.fingerprint);
  expect(prints.size).toBe(3);
  expect(await prefixed.embedQuery("đoàn")).not.toEqual(await tiny.embedQuery("đoàn"));
});

test("special tokens of a foreign model are not read out of a user's text", async () => {
  const specials = join(await copy("specials"), "tokenizer.json");
  await unlink(join(folder, "specials", "manifest.json"));
  const tokenizer = JSON.parse(await readFile(specials, "utf8"));
  const token = { id: 0, content: "[PAD]", special: true, single_word: false, lstrip: false };
  tokenizer.added_tokens = [{ ...token, rstrip: false, normalized: false }];
  await writeFile(specials, JSON.stringify(tokenizer));
  const embedder = await load("specials");
  expect([...embedder.tokenIds("đoàn [PAD] đoàn")]).not.toContain(0);
});
