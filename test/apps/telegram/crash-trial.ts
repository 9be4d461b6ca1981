import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import { Random } from "../../../scripts/shared/random.ts";
import { FakeBotApi } from "./fake-bot-api.ts";
import { user } from "./fake-chats.ts";

const CHATS = 8;
/** While the bot's folder holds a file of this name, questions with the word "giữ" get no answer. */
export const HOLD = "hold";

export interface TrialOptions {
  /** How often the process is killed. */
  readonly kills: number;
  /** Holds what the bot keeps; empty at first. */
  readonly folder: string;
  /** Longest life of a process after its first poll. */
  readonly maxLifeMs: number;
  readonly random: () => number;
}

export interface TrialResult {
  readonly asked: number;
  readonly kills: number;
  /** Questions without an answer. */
  readonly lost: string[];
  /** Answered again though Telegram's acknowledgement of an answer had come in. */
  readonly twice: string[];
  /** Answered again because a kill fell between sending and the acknowledgement. */
  readonly unacknowledged: string[];
  /** Chats in which a later question was answered before an earlier one. */
  readonly disordered: number[];
}

/**
 * Asks in several chats while the bot is killed (SIGKILL) and started again at random moments, with slow
 * and lost responses, updates delivered twice and in the wrong order; then lets it finish.
 */
export async function crashTrial(options: TrialOptions): Promise<TrialResult> {
  const { kills, folder, maxLifeMs, random } = options;
  const api = await FakeBotApi.start();
  const asked: { text: string; chat: number }[] = [];
  const delivered: Update[] = [];
  api.fail("sendMessage", { kind: "slow", ms: 8 }, { times: Number.MAX_SAFE_INTEGER });

  function ask(): void {
    const chat = 1 + Math.floor(random() * CHATS);
    const text = `câu ${asked.length}${random() < 0.1 ? " dài" : ""} của ${chat}`;
    asked.push({ text, chat });
    api.say(text, { from: user(chat) });
    const latest = api.pending.at(-1);
    if (latest !== undefined) delivered.push(latest);
    // Telegram may deliver again what it has delivered before.
    if (random() < 0.1) api.pending.push(delivered[Math.floor(random() * delivered.length)]!);
  }

  async function polled(child: ChildProcess): Promise<void> {
    const before = api.polls.length;
    while (api.polls.length === before) {
      if (child.exitCode !== null) throw new Error(`the bot ended with ${child.exitCode}`);
      await sleep(5);
    }
  }

  let bot = startBotProcess(api, folder);
  for (let kill = 0; kill < kills; kill++) {
    await polled(bot);
    const until = performance.now() + random() * maxLifeMs;
    while (performance.now() < until) {
      ask();
      await sleep(random() * 12);
    }
    const gone = once(bot, "close");
    bot.kill("SIGKILL");
    await gone;
    for (let i = 0; i < 3; i++) ask();
    bot = startBotProcess(api, folder);
  }
  await polled(bot);
  const expected = asked.map(({ text }) => text);
  const answers = () =>
    api.calls
      .filter((call) => call.method === "sendMessage" && call.result !== undefined)
      .map(({ params, number }) => ({ line: String(params.text).split("\n", 1)[0]!, number }));
  const deadline = performance.now() + 20_000;
  const isDone = () => {
    const lines = new Set(answers().map(({ line }) => line));
    return expected.every((text) => lines.has(text));
  };
  while (!isDone() && performance.now() < deadline) await sleep(50);
  await sleep(300);
  const ended = once(bot, "close");
  bot.kill("SIGTERM");
  await ended;
  await api.stop();
  return { kills, ...judge(asked, answers(), arrivals(folder)) };
}

function judge(
  asked: readonly { text: string; chat: number }[],
  answers: readonly { line: string; number: number }[],
  arrived: ReadonlySet<number>,
): Omit<TrialResult, "kills"> {
  const questions = new Set(asked.map(({ text }) => text));
  const first = new Map<string, number>();
  const acknowledged = new Set<string>();
  const twice: string[] = [];
  const unacknowledged: string[] = [];
  for (const [i, { line, number }] of answers.entries()) {
    if (!questions.has(line)) continue;
    if (acknowledged.has(line)) twice.push(line);
    else if (first.has(line)) unacknowledged.push(line);
    else first.set(line, i);
    if (arrived.has(number)) acknowledged.add(line);
  }
  const disordered = new Set<number>();
  const last = new Map<number, number>();
  for (const { text, chat } of asked) {
    const at = first.get(text) ?? -1;
    if (at < (last.get(chat) ?? -1)) disordered.add(chat);
    last.set(chat, at);
  }
  return {
    asked: asked.length,
    lost: asked.filter(({ text }) => !first.has(text)).map(({ text }) => text),
    twice,
    unacknowledged,
    disordered: [...disordered],
  };
}

/** Starts `bot-process.ts` on a server. */
export function startBotProcess(api: FakeBotApi, folder: string): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "test/apps/telegram/bot-process.ts"], {
    env: {
      PATH: process.env.PATH,
      API_ROOT: api.url,
      BOT_TOKEN: api.token,
      FOLDER: folder,
      ARRIVALS: arrivalsPath(folder),
    },
    stdio: ["ignore", "ignore", process.env.SHOW_LOG ? "inherit" : "ignore"],
  });
}

const arrivalsPath = (folder: string) => join(folder, "arrivals.txt");

/** Numbers of the server's calls whose responses have come in at a bot of `startBotProcess`. */
export function arrivals(folder: string): Set<number> {
  const lines = readFileSync(arrivalsPath(folder), "utf8").trimEnd().split("\n");
  return new Set(lines.map(Number));
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export function randomFrom(seed: number): () => number {
  const numbers = new Random(seed);
  return () => numbers.next();
}
