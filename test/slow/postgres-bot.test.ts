import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { closeServed } from "../../src/index/postgres/served.ts";
import { FakeBotApi } from "../apps/telegram/fake-bot-api.ts";
import { report, workspace } from "../index/fixture.ts";
import { postgresDriver } from "../postgres/driver.ts";
import { freePort, noServer, startServer } from "../postgres/server.ts";

const AWAY =
  "Kho bài viết tạm thời không truy cập được; bot đang tự kết nối lại. Xin thử lại sau ít phút.";

it.skipIf(noServer !== null)(
  `a bot starts without its database, loses it, says so, and answers when it is back${noServer === null ? "" : ` (${noServer})`}`,
  async () => {
    const server = await startServer();
    const driver = postgresDriver(() => server.url);
    const api = await FakeBotApi.start();
    const space = workspace();
    for (let n = 0; n < 3; n++) space.write(`bai-${n}.md`, report(n));
    await driver.build(space);
    closeServed();
    const { schema } = driver.place(space);
    server.crash();
    const port = await freePort();
    const bot = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        PATH: process.env.PATH,
        BOT_TOKEN: api.token,
        TELEGRAM_API_ROOT: api.url,
        DATABASE_READ_URL: server.url,
        DATABASE_SCHEMA: schema,
        INDEX_DIR: `${space.indexDir}-of-the-bot`,
        HEALTH_PORT: String(port),
        LOG_LEVEL: "silent",
      },
    });
    const health = () =>
      fetch(`http://127.0.0.1:${port}/health`).then(
        async (response) => `${response.status} ${await response.text()}`,
        () => "none",
      );
    const lost = /^503 .*database: The database 127\.0\.0\.1:\d+\/postgres does not answer/u;
    try {
      await expect.poll(health).toMatch(lost);
      server.start();
      await expect.poll(health).toMatch(/^200/u);
      api.say("Ai tiếp đoàn lần 1?");
      expect((await api.reply(1)).text).not.toBe(AWAY);
      server.crash();
      api.say("Ai dẫn đầu đoàn lần 2?");
      expect((await api.reply(2)).text).toBe(AWAY);
      expect(await health()).toMatch(lost);
      expect(await health()).not.toContain("secret");
      server.start();
      await expect.poll(health).toMatch(/^200/u);
      api.say("Ai dẫn đầu đoàn lần 2?");
      expect((await api.reply(3)).text).not.toBe(AWAY);
    } finally {
      const ended = once(bot, "exit");
      bot.kill("SIGTERM");
      await ended;
      await api.stop();
      await server.stop();
    }
  },
);
