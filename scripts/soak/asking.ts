import type { FakeBotApi } from "../../test/apps/telegram/fake-bot-api.ts";
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
