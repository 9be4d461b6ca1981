import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";

/** Made up; each in the form of the real thing. */
const TOKEN = "987654321:AAH-made-up-token_for_this_test_00001";
const PASSWORD = "pr0xy-p@ss word";
const SECRET = "webhook_secret-0123456789";
const PROXY = `http://clerk:${encodeURIComponent(PASSWORD)}@127.0.0.1:9`;

const PRELUDE = `
  const { createLogger, guardOutput, hideSecrets, maskSecrets } = await import("./src/log/index.ts");
  const { readConfig, secretSettings } = await import("./src/config/config.ts");
  const { clientOptions } = await import("./src/apps/telegram/delivery/client.ts");
  guardOutput();
  hideSecrets(secretSettings(process.env));
  const config = readConfig(process.env, process.cwd());
  const logger = createLogger("trace");
  process.on("uncaughtException", (error) => {
    process.stderr.write(String(error.stack) + "\\n");
    console.error(error);
    process.exit(3);
  });
`;

/** What an error looks like when somebody prints all of it. */
const SHOW = (error: string) => `
  console.error(${error}); console.error(${error}?.cause); logger.error({ err: ${error} }, "x");
  logger.error({ everything: JSON.stringify(${error}), text: String(${error}) }, ${error}.message);
`;

const LEAKS = {
  "an error of grammY with its cause, through a proxy that asks for a password": `
    const { Api } = await import("grammy");
    const api = new Api(config.botToken, { ...clientOptions("http://127.0.0.1:9", config.telegramProxy), sensitiveLogs: true });
    try { await api.getMe(); } catch (error) { ${SHOW("error")} ${SHOW("error.error")} }`,
  "an error of grammY without a proxy": `
    const { Api } = await import("grammy");
    const api = new Api(config.botToken, { apiRoot: "http://127.0.0.1:9", sensitiveLogs: true });
    try { await api.sendMessage(1, "x"); } catch (error) { ${SHOW("error")} ${SHOW("error.error")} }`,
  "a refusal that repeats what was asked": `
    const { GrammyError } = await import("grammy");
    const response = { ok: false, error_code: 400, description: "bad url " + config.webhookUrl + " " + config.webhookSecret };
    const error = new GrammyError("x", response, "setWebhook", { secret_token: config.webhookSecret });
    ${SHOW("error")}`,
  "an error of fetch with its cause": `
    try { await fetch("http://127.0.0.1:9/bot" + config.botToken + "/getMe"); } catch (error) { ${SHOW("error")} }
    try { await fetch("http://" + config.botToken); } catch (error) { ${SHOW("error")} }`,
  "an error of the URL parser": `
    try { new URL("http://[" + config.botToken); } catch (error) { ${SHOW("error")} }`,
  "an exception that nobody catches": `
    setTimeout(() => { throw new Error("GET /bot" + config.botToken + "/getMe " + config.webhookSecret); }, 1);
    await new Promise(() => {});`,
  "a promise that nobody waits for": `
    void Promise.reject(Object.assign(new Error("no"), { url: process.env.TELEGRAM_PROXY, cause: new Error(config.botToken) }));
    await new Promise((resolve) => setTimeout(resolve, 1000));`,
  "a warning of Node": `
    process.emitWarning("connection to " + config.telegramProxy + " for " + encodeURIComponent(config.botToken));
    await new Promise((resolve) => setTimeout(resolve, 20));`,
  "an error of a database, and its address": `
    const { connectPostgres, openPostgres } = await import("./src/storage/postgres/index.ts");
    const settings = { url: config.databaseUrl, schema: "visits" };
    try { await connectPostgres(settings, "x"); } catch (error) { ${SHOW("error")} }
    const database = openPostgres(settings, 1);
    try { database.all("SELECT 1"); } catch (error) { ${SHOW("error")} }
    database.close();
    console.error(config.databaseUrl, config.databaseReadUrl, JSON.stringify(config));`,
  "a header and a debug line of a library": `
    console.error({ "proxy-authorization": "Basic " + Buffer.from("clerk:" + process.env.PLAIN_PASSWORD).toString("base64") });
    console.error("x-telegram-bot-api-secret-token: " + config.webhookSecret, process.env.PLAIN_PASSWORD);`,
};

async function outputOf(program: string): Promise<string> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", `${PRELUDE}\n${program}`],
    {
      env: {
        PATH: process.env.PATH,
        DEBUG: "grammy*",
        BOT_TOKEN: TOKEN,
        TELEGRAM_PROXY: PROXY,
        DATABASE_URL: `postgres://clerk:${encodeURIComponent(PASSWORD)}@127.0.0.1:9/visits`,
        DATABASE_READ_URL: `postgres://db/visits?user=clerk&password=${encodeURIComponent(PASSWORD)}`,
        WEBHOOK_URL: "https://bot.example/hook",
        WEBHOOK_SECRET: SECRET,
        PLAIN_PASSWORD: PASSWORD,
      },
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (data) => {
      output += data;
    });
  }
  await once(child, "close");
  return output;
}

describe("no secret is printed in", () => {
  test.concurrent.each(Object.entries(LEAKS))("%s", async (_, program) => {
    const output = await outputOf(program);
    expect(output).toContain("***");
    const basic = Buffer.from(`clerk:${PASSWORD}`).toString("base64");
    for (const secret of [
      TOKEN,
      encodeURIComponent(TOKEN),
      TOKEN.split(":")[1]!,
      SECRET,
      PASSWORD,
      encodeURIComponent(PASSWORD),
      basic,
    ]) {
      expect(output).not.toContain(secret);
    }
  });
});
