import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { residentMb } from "../../src/process/index.ts";
import { FakeBotApi } from "../../test/apps/telegram/fake-bot-api.ts";
import { group, user } from "../../test/apps/telegram/fake-chats.ts";
import { temporaryDir } from "../shared/corpus.ts";
import { mean, quantile } from "../shared/figures.ts";

/** Questions on the shipped corpus, answered and refused, in all languages. */
const QUESTIONS = [
  "Ai chủ trì buổi tiếp đoàn thành phố Bằng Tường?",
  "truong doan bang tuong la ai",
  "Lạng Sơn tiếp đoàn Bằng Tường ngày nào?",
  "Ông Ngô Nham giữ chức vụ gì?",
  "Ai đã tiếp Đại sứ Hùng Ba tại Lạng Sơn?",
  "When did Lang Son meet the delegation of Chongzuo?",
  "Who received the delegation from Pingxiang?",
  "谁接待了凭祥市代表团？",
  "Giá vàng hôm nay?",
  "Tổng thống Pháp thăm Lạng Sơn khi nào?",
  "Hai bên đã trao đổi những nội dung gì?",
  "Bí thư Tỉnh ủy Lào Cai thăm đâu?",
];

interface Asked {
  readonly chat: number;
  readonly atMs: number;
}

/** Asks in as many groups, where an answer replies to its question, and keeps the times. */
export class Asking {
  readonly #asked = new Map<number, Asked>();
  readonly #answeredMs = new Map<number, number[]>();
  #count = 0;

  constructor(private readonly api: FakeBotApi) {
    api.onCall((call) => {
      if (call.method !== "sendMessage" || call.status !== 200) return;
      const to = (call.params.reply_parameters as { message_id?: number } | undefined)?.message_id;
      if (to === undefined) return;
      this.#answeredMs.set(to, [...(this.#answeredMs.get(to) ?? []), call.atMs]);
    });
  }

  ask(chat: number): void {
    const text = QUESTIONS[this.#count++ % QUESTIONS.length]!;
    const message = this.api.say(`@visits_test_bot ${text}`, {
      from: user(chat),
      chat: group(-1_000 - chat),
    });
    this.#asked.set(message.message_id, { chat, atMs: performance.now() });
  }

  get asked(): number {
    return this.#asked.size;
  }

  get answered(): number {
    return this.#answeredMs.size;
  }

  result() {
    const times: number[] = [];
    const last = new Map<number, number>();
    let twice = 0;
    let disordered = 0;
    for (const [id, { chat, atMs }] of this.#asked) {
      const answers = this.#answeredMs.get(id) ?? [];
      if (answers.length > 1) twice++;
      if (answers[0] === undefined) continue;
      times.push(answers[0] - atMs);
      if (answers[0] < (last.get(chat) ?? 0)) disordered++;
      last.set(chat, answers[0]);
    }
    times.sort((a, b) => a - b);
    const at = (part: number) => Math.round(quantile(times, part));
    const unanswered = this.asked - this.answered;
    return {
      counts: `${unanswered} unanswered, ${twice} twice, ${disordered} out of order`,
      times: `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`,
      passed: unanswered + twice + disordered === 0,
    };
  }

  /** Waits until all is answered, and a moment more. */
  async allAnswered(afterMs: number): Promise<void> {
    const deadline = performance.now() + 60_000;
    while (this.answered < this.asked && performance.now() < deadline) await sleep(20);
    await sleep(afterMs);
  }
}

/** How many chats ask. */
export const CHATS = 200;

/** How much memory grew from the second quarter of a curve to its last, in MiB. */
export const growthOf = (curve: readonly number[]): number =>
  mean(curve.slice(-5)) - mean(curve.slice(6, 11));

export async function startProgram(env: Readonly<Record<string, string>> = {}) {
  const { dir: folder, dispose } = temporaryDir("visits-soak-");
  cpSync("corpus", join(folder, "corpus"), { recursive: true });
  const api = await FakeBotApi.start();
  const log: string[] = [];
  const child = spawn(process.execPath, ["scripts/run.mjs", "main"], {
    env: {
      PATH: process.env.PATH,
      BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.url,
      CORPUS_DIR: join(folder, "corpus"),
      INDEX_DIR: join(folder, "index"),
      LOG_LEVEL: "warn",
      ...env,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  child.stderr.setEncoding("utf8").on("data", (data: string) => {
    log.push(...data.split("\n").filter((line) => line !== ""));
  });
  while (api.polls.length === 0) {
    if (child.exitCode !== null) throw new Error(`the bot has ended:\n${log.join("\n")}`);
    await sleep(10);
  }
  return {
    api,
    /** Lines of its log. */
    log,
    /** Resident memory in MiB. */
    memoryMiB: (): number => residentMb(child.pid) ?? Number.NaN,
    /** Stops it and removes its folder. @returns Its exit code. */
    async end(): Promise<number | null> {
      const closed = once(child, "close");
      child.kill("SIGTERM");
      const [code] = await closed;
      await api.stop();
      dispose();
      return code;
    },
  };
}
