import { spawn } from "node:child_process";
import { once } from "node:events";
import { beforeAll, expect, it } from "vitest";
import { markdown, workspace } from "../../index/fixture.ts";
import { ended } from "../../main/program.ts";
import { cliInProcess } from "./in-process.ts";

const space = workspace();
const env = { CORPUS_DIR: space.corpusDir, INDEX_DIR: space.indexDir };

beforeAll(async () => {
  space.write("sung-ta.md", markdown("Lạng Sơn tiếp đoàn Sùng Tả", "Đoàn Sùng Tả có 18 người."));
  await space.build();
});

it("prints an address that opens the reader, takes a new index over, and ends when it is told to", async () => {
  const child = spawn(process.execPath, ["scripts/run.mjs", "cli", "serve", "--port", "0"], {
    env: { PATH: process.env.PATH, BOT_TOKEN: "", READER_TOKEN: "0123456789abcdef", ...env },
  });
  const end = ended(child);
  const [line] = await once(child.stdout, "data");
  const address = String(line).trim();
  expect(await (await fetch(address)).text()).toContain("Lạng Sơn tiếp đoàn Sùng Tả");
  expect((await fetch(address.split("?")[0]!)).status).toBe(403);
  space.write("ha-khau.md", markdown("Đoàn Hà Khẩu thăm Lào Cai", "Đoàn Hà Khẩu có 9 người."));
  await space.build();
  await expect
    .poll(async () => (await fetch(address)).text(), { interval: 500 })
    .toContain("Đoàn Hà Khẩu thăm Lào Cai");
  child.kill("SIGTERM");
  expect(await end).toMatchObject({ code: 0, stderr: "" });
});

it("asks for a port where none is set", async () => {
  const { code, stderr } = await cliInProcess(["serve"], env);
  expect([code, stderr]).toEqual([2, expect.stringContaining("--port")]);
});
