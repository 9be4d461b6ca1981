import { expect, test } from "vitest";
import { isHarmlessRefusal } from "../../../src/apps/telegram/middlewares/errors.ts";
import { randomFrom } from "./crash-trial.ts";
import { privateChat, user } from "./fake-chats.ts";
import { oddText } from "./fuzz-texts.ts";
import { fuzzUpdate } from "./fuzz-updates.ts";
import { runningBot } from "./running-bot.ts";
import { answered } from "./samples.ts";

const setup = runningBot();

/** Calls that the server refused for another reason than that something is gone. */
const refusals = () =>
  setup.api.calls
    .filter(({ status, description }) => status !== 200 && !isHarmlessRefusal(description ?? ""))
    .map(({ method, description }) => `${method}: ${description}`);
const errors = () => setup.log.filter((line) => /"level":"(?:warn|error|fatal)"/u.test(line));

/** `npm run soak -- fuzz` sends 20,000 to the whole program. */
test("updates of every kind, with odd texts and missing fields, do no harm", async () => {
  const { api } = setup;
  const random = randomFrom(7);
  for (let i = 0; i < 400; i++) {
    api.deliver(fuzzUpdate(random));
    if (i % 100 === 99) await expect.poll(() => setup.bot.queueLength, { timeout: 60_000 }).toBe(0);
  }
  await api.confirmed();
  await expect.poll(() => setup.bot.queueLength, { timeout: 60_000 }).toBe(0);
  expect(refusals()).toEqual([]);
  expect(errors()).toEqual([]);
  api.say("/help", { from: user(9000) });
  await api.waitFor("sendMessage", { where: (call) => call.params.chat_id === 9000 });
});

test("whatever an answer holds is shown as it is, within the limits", async () => {
  const { api, engine } = setup;
  engine.respond = (question) =>
    answered(question, { answer: question, spans: [], citations: [], more: [] });
  const random = randomFrom(11);
  for (let i = 0; i < 120; i++) {
    const from = user(100 + i);
    api.say({ text: oddText(random), entities: [] }, { from, chat: privateChat(from) });
  }
  await api.confirmed();
  await expect.poll(() => setup.bot.queueLength, { timeout: 60_000 }).toBe(0);
  expect(refusals()).toEqual([]);
  expect(errors()).toEqual([]);
  expect(new Set(api.sent().map((message) => message.chat.id)).size).toBe(120);
  const formatted = api
    .sent()
    .flatMap((message) => ("entities" in message ? message.entities : []));
  expect(formatted).toEqual([]);
});
