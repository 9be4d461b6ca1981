import pino from "pino";
import { afterEach, beforeEach } from "vitest";
import { Conversations } from "../../src/conversation/conversations.ts";
import type { Reindexer } from "../../src/index/reindexer.ts";
import type { Feedback } from "../../src/index/state.ts";
import { type BotConfig, createBot, type TelegramBot } from "../../src/telegram/bot.ts";
import { FakeBotApi } from "./fake-bot-api.ts";
import { type SampleEngine, sampleEngine } from "./samples.ts";

export const ADMIN_ID = 77;

/** A bot that talks to a fake server, and what it did on the other side. */
export interface Setup {
  readonly api: FakeBotApi;
  readonly engine: SampleEngine;
  readonly feedback: Feedback[];
  /** The time by which a chat's last exchange grows old. */
  readonly clock: { ms: number };
  /** What the bot logged, as JSON lines. */
  readonly log: string[];
  reindexer: Reindexer;
  bot: TelegramBot;
  /** Another bot on the same server, as after a restart: it remembers nothing. */
  newBot(changes?: Partial<BotConfig>, token?: string): TelegramBot;
}

const refusesToIndex: Reindexer = {
  start: async () => ({ kind: "failed", reason: "not part of this test" }),
};

/** Starts a fake server and a bot before each test, and stops them after it. */
export function runningBot(changes: Partial<BotConfig> = {}): Setup {
  const setup = {} as { -readonly [K in keyof Setup]: Setup[K] };
  let bots: TelegramBot[] = [];

  beforeEach(async () => {
    setup.api = await FakeBotApi.start();
    setup.engine = sampleEngine();
    setup.feedback = [];
    setup.log = [];
    setup.clock = { ms: 0 };
    setup.reindexer = refusesToIndex;
    bots = [];
    setup.newBot = (more = {}, token = setup.api.token) => {
      const bot = createBot({
        token,
        engine: setup.engine,
        reindexer: { start: (options) => setup.reindexer.start(options) },
        conversations: new Conversations({ now: () => setup.clock.ms }),
        feedback: { saveFeedback: (feedback) => void setup.feedback.push(feedback) },
        config: {
          adminIds: [ADMIN_ID],
          apiRoot: setup.api.url,
          proxy: null,
          language: "vi",
          progressIntervalMs: 40,
          stopGraceMs: 2000,
          ...changes,
          ...more,
        },
        logger: pino({ level: "debug" }, { write: (line) => void setup.log.push(line) }),
      });
      bots.push(bot);
      return bot;
    };
    setup.bot = setup.newBot();
    await setup.bot.start();
  });

  afterEach(async () => {
    await Promise.all(bots.map((bot) => bot.stop()));
    await setup.api.stop();
  });

  return setup;
}
