import { Session } from "node:inspector/promises";
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
 * Between them they take the ways that most questions take: people, register, days, places, talks, lists, numbers,
 * reasons; with marks and without; in the other languages; and what no article tells.
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
  "Ông Nguyễn Văn An đã gặp những đoàn nào của Quảng Tây trong năm 2023?",
  "Từ đầu năm đến nay Lạng Sơn và Quảng Tây gặp nhau mấy lần?",
  "lan gap gan nhat giua cao bang va bach sac o dau",
  "Bà Lý Hồng là ai?",
  "Vì sao hai bên hoãn cuộc gặp, lùi sang tháng nào?",
  "Đoàn có bao nhiêu người, ở lại mấy ngày?",
  "Phía Lào Cai đề nghị phía Vân Nam điều gì về cửa khẩu Hà Khẩu?",
  "Hội nghị lần thứ mấy, khai mạc lúc mấy giờ ngày 5/3?",
  "Hai tỉnh ký văn kiện nào và tặng nhau quà gì?",
  "How many delegations from Guangxi did Lạng Sơn receive in 2023?",
  "云南代表团什么时候访问老街？",
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
  await freeWhatTheStartLeft();
}

/**
 * Collects all garbage once. A heap that has settled is collected rarely, and what reading the tables and the index left
 * behind, some 20 MB, would stay for hours. The inspector's own message is the one that needs no flag at the start.
 */
async function freeWhatTheStartLeft(): Promise<void> {
  const session = new Session();
  try {
    session.connect();
    await session.post("HeapProfiler.collectGarbage");
  } catch {
    // It is collected later.
  } finally {
    session.disconnect();
  }
}
