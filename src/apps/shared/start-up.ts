import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import type { Engine } from "../../engine.ts";
import { leadOn } from "./lead-on.ts";

/** Passages of some thousand articles. */
const LARGE_FROM = 20_000;

/**
 * Bounds by how much of itself the heap may grow between two full collections. By default V8 lets it double, most of it
 * garbage of the start; a bot runs for months beside other programs. What is kept of a large index takes a tenth of a
 * second to look through, and a twentieth of it is a few questions: there collections took a fifth of all time.
 *
 * @param chunks Of the index; 0 before it is open.
 */
export function boundHeap(chunks: number): void {
  setFlagsFromString(`--heap-growing-percent=${chunks < LARGE_FROM ? 5 : 20}`);
}

/**
 * Between them they take the ways that most questions take: people, register, days, places, talks; with marks and
 * without; in the other languages; and what no article tells.
 */
const QUESTIONS = [
  "Ai dẫn đầu đoàn đại biểu thăm và làm việc?",
  "chuyen tham gan nhat la khi nao",
  "Hai bên đã trao đổi, thống nhất những nội dung gì?",
  "Ông Nguyễn Văn An tiếp đoàn Quảng Tây của bà Lý Hồng ngày nào?",
  "Bí thư Tỉnh ủy Lạng Sơn hội đàm với ai ở Bằng Tường năm 2023?",
  "doan van nam do ai dan dau sang lam viec tai lao cai",
  "Who led the delegation that visited Lạng Sơn, and what did both sides agree on?",
  "谁率团访问谅山，双方谈了什么？",
  "Giá vé máy bay của ông Nguyễn Văn An sang Bằng Tường là bao nhiêu?",
];
/** Messages that wait come first. */
const PAUSE_MS = 100;

/** Asks some questions for nobody, so that the first person does not wait for tables to be read and code to be compiled. */
export async function warmUp(
  engine: Pick<Engine, "ask" | "register">,
  stopping: AbortSignal,
): Promise<void> {
  for (const question of QUESTIONS) {
    await sleep(PAUSE_MS, undefined, { ref: false });
    if (stopping.aborted) return;
    try {
      // A refusal asks more questions, of the newest visits for one, and remembers what they gave.
      await leadOn(engine, await engine.ask(question));
    } catch {
      // What is wrong will be told where somebody asks.
    }
  }
}
