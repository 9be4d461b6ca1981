import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { residentMb } from "../../src/process/index.ts";
import { FakeBotApi } from "../../test/apps/telegram/fake-bot-api.ts";
import { group, user } from "../../test/apps/telegram/fake-chats.ts";

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
  readonly #api: FakeBotApi;
  readonly #asked = new Map<number, Asked>();
  readonly #answeredMs = new Map<number, number[]>();
  #count = 0;

  constructor(api: FakeBotApi) {
    this.#api = api;
    api.onCall((call) => {
      if (call.method !== "sendMessage" || call.status !== 200) return;
      const to = (call.params.reply_parameters as { message_id?: number } | undefined)?.message_id;
      if (to === undefined) return;
      this.#answeredMs.set(to, [...(this.#answeredMs.get(to) ?? []), call.atMs]);
    });
  }

  ask(chat: number): void {
    const text = QUESTIONS[this.#count++ % QUESTIONS.length]!;
    const message = this.#api.say(`@visits_test_bot ${text}`, {
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
    const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0);
    const unanswered = this.asked - this.answered;
    return { asked: this.asked, unanswered, twice, disordered, p50: at(0.5), p95: at(0.95) };
  }
}

/** The whole bot as an office runs it, on a fake Bot API server and a copy of the shipped corpus. */
interface Program {
  readonly api: FakeBotApi;
  /** Lines of its log. */
  readonly log: string[];
  process: ChildProcess;
  /** Starts it again, after it was killed. */
  start(): Promise<void>;
  /** Resident memory in MiB. */
  memoryMiB(): number;
  /** Stops it and removes its folder. @returns Its exit code. */
  end(): Promise<number | null>;
}

export async function startProgram(env: Readonly<Record<string, string>> = {}): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), "visits-soak-"));
  cpSync("corpus", join(folder, "corpus"), { recursive: true });
  const api = await FakeBotApi.start();
  const log: string[] = [];
  const program: Program = {
    api,
    log,
    process: null as never,
    async start() {
      const polls = api.polls.length;
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
      child.stderr?.setEncoding("utf8").on("data", (data: string) => {
        log.push(...data.split("\n").filter((line) => line !== ""));
      });
      program.process = child;
      while (api.polls.length === polls) {
        if (child.exitCode !== null) throw new Error(`the bot has ended:\n${log.join("\n")}`);
        await sleep(10);
      }
    },
    memoryMiB: () => residentMb(program.process.pid) ?? Number.NaN,
    async end() {
      const closed = once(program.process, "close");
      program.process.kill("SIGTERM");
      const [code] = await closed;
      await api.stop();
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
  await program.start();
  return program;
}
