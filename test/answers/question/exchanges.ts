import { type Exchange, exchangeOf } from "../../../src/answers/question/exchange.ts";
import type { SpanType } from "../../../src/model/answer.ts";
import type { Language } from "../../../src/model/language.ts";

/** An exchange whose answer is one sentence with at most one marked piece. */
export function exchange(
  question: string,
  sentence: string,
  marked: { readonly text: string; readonly type: SpanType } | null,
  language: Language = "vi",
): Exchange {
  const start = marked === null ? -1 : sentence.indexOf(marked.text);
  return exchangeOf(
    {
      question,
      answered: sentence !== "",
      answer: sentence === "" ? "Tôi không tìm thấy." : `${sentence} [1]`,
      spans: marked === null ? [] : [{ start, end: start + marked.text.length, type: marked.type }],
      confidence: 0.9,
      language,
      citations: [],
      nearest: [],
      more: [],
      timings: { embedMs: 0, retrieveMs: 0, answerMs: 0, totalMs: 0 },
    },
    0,
  );
}

/** A comrade (đồng chí) is as well a man. */
export const COMRADE = exchange(
  "Ai đã tiếp Đại sứ Vương Lệ?",
  "Đại sứ Vương Lệ cảm ơn.\nTiếp đoàn có đồng chí Hà Văn Lân, Chủ tịch UBND tỉnh.",
  { text: "Hà Văn Lân", type: "person" },
);

/** Exchanges about made-up visits that the follow-ups of the tests refer to. */
export const LED = exchange(
  "Ai dẫn đầu đoàn Lạng Sơn thăm Quảng Tây năm 2022?",
  "Đoàn do ông Nguyễn Quốc Bình, Phó Chủ tịch UBND tỉnh, làm trưởng đoàn.",
  { text: "Nguyễn Quốc Bình", type: "person" },
);
export const WHEN = exchange(
  "Lạng Sơn tiếp đoàn Bằng Tường ngày nào?",
  "Ngày 21/1, bà Lê Thị Mận tiếp ông Trần Khải.",
  { text: "Ngày 21/1", type: "date" },
);
export const POSITION = exchange(
  "Ông Ngô Khiêm giữ chức vụ gì?",
  "Ông Ngô Khiêm, Phó Thị trưởng, cùng dự.",
  { text: "Phó Thị trưởng", type: "position" },
);
export const UNMARKED = exchange(
  "ai dan dau doan lang son tham quang tay",
  "Đoàn do ông Nguyễn Quốc Bình làm trưởng đoàn.",
  { text: "Nguyễn Quốc Bình", type: "person" },
);
export const ENGLISH = exchange(
  "Who received Ambassador Wang Li in Lang Son?",
  "Ông Hà Văn Lân tiếp Đại sứ Vương Lệ.",
  { text: "Hà Văn Lân", type: "person" },
  "en",
);
export const ENGLISH_WHEN = exchange(
  "When did Lang Son receive the Pingxiang delegation in 2024?",
  "Ngày 21/1, bà Lê Thị Mận tiếp đoàn.",
  { text: "Ngày 21/1", type: "date" },
  "en",
);
export const CHINESE = exchange(
  "谁在谅山会见了王丽大使？",
  "Ông Hà Văn Lân tiếp Đại sứ Vương Lệ.",
  { text: "Hà Văn Lân", type: "person" },
  "zh",
);
export const REFUSED = exchange("Ai dẫn đầu đoàn Cao Bằng thăm Quảng Tây?", "", null);
