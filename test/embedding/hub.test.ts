import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createEmbedder } from "../../src/embedding/create-embedder.ts";
import { writeTinyModel } from "./tiny-model.ts";

let folder: string;
let server: Server;
let remoteHost: string;
const requests: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hub-"));
  await writeTinyModel(join(folder, "hosted"));
  server = createServer(async (request, response) => {
    requests.push(request.url!);
    const name = /^\/owner\/tiny\/resolve\/main\/(.+)$/u.exec(request.url!)?.[1];
    const file =
      name === undefined ? null : await readFile(join(folder, "hosted", name)).catch(() => null);
    response.writeHead(file === null ? 404 : 200).end(file ?? "");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  remoteHost = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

const options = (model: string) => ({
  model,
  modelsDir: folder,
  cacheDir: join(folder, "cache"),
  remoteHost,
});

test("a hub model comes from the mirror once, then from the cache", async () => {
  const first = await createEmbedder(options("owner/tiny"));
  const vector = await first.embedQuery("đoàn Quảng Tây");
  expect(vector).toHaveLength(8);
  const asked = requests.length;
  expect(asked).toBeGreaterThan(3);
  const again = await createEmbedder(options("owner/tiny"));
  expect(requests).toHaveLength(asked);
  expect(await again.embedQuery("đoàn Quảng Tây")).toEqual(vector);
  expect(again.fingerprint).toBe(first.fingerprint);
});

test("a model that the hub does not have names the ways out", async () => {
  await expect(createEmbedder(options("owner/other"))).rejects.toMatchObject({
    name: "EmbeddingModelError",
    problem: "unreachable",
    message: expect.stringMatching(/404.*EMBEDDING_HOST.*proxy.*EMBEDDING_MODEL/su),
  });
});

test("a host that can't be reached is named without its password", async () => {
  const failing = createEmbedder({
    ...options("owner/third"),
    remoteHost: "http://user:secret@127.0.0.1:9/",
  });
  await expect(failing).rejects.toMatchObject({ problem: "unreachable" });
  await expect(failing).rejects.toThrow(/127\.0\.0\.1:9/u);
  await expect(failing).rejects.not.toThrow(/secret/u);
});

test("a local folder never touches the network", async () => {
  const asked = requests.length;
  await createEmbedder(options("hosted"));
  await expect(createEmbedder(options("absent"))).rejects.toThrow(/absent/u);
  expect(requests).toHaveLength(asked);
});
