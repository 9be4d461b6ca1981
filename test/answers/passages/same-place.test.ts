import { describe, expect, it } from "vitest";
import { hasAsked } from "../../../src/answers/passages/same-place.ts";
import { readQuestion } from "../../../src/answers/question/read.ts";
import { candidatesIn } from "../../../src/answers/search/candidates.ts";
import type { RankedSentence } from "../../../src/answers/search/rank-sentences.ts";

/** Only the candidate of a sentence counts here. */
function ranked(sentences: readonly string[], question: string): RankedSentence[] {
  return sentences.map((sentence) => {
    const candidate =
      candidatesIn(sentence, readQuestion(question)).sort((a, b) => b.fit - a.fit)[0] ?? null;
    return { evidence: { candidate } } as RankedSentence;
  });
}

describe("a question that names exactly what it wants", () => {
  it.each([
    ["Đoàn thăm Hà Giang năm nào?", ["Đoàn thăm Hà Giang ngày 3/5."], false],
    ["Đoàn thăm Hà Giang năm nào?", ["Đoàn thăm Hà Giang ngày 3/5/2019."], true],
    ["Đoàn ở lại Hà Giang bao nhiêu đêm?", ["Đoàn có 12 đại biểu."], false],
    ["Đoàn ở lại Hà Giang mấy ngày?", ["Chuyến thăm kéo dài 3 ngày."], true],
    ["Đoàn đến Hà Giang ngày nào?", ["Sáng nay, đoàn đến Hà Giang."], true],
    ["Đoàn từ ngày nào đến ngày nào ở Hà Giang?", ["Đoàn ở Hà Giang từ ngày 5 đến 7/9."], true],
    ["Ai tiếp đoàn?", ["Đoàn đã đến."], true],
  ] as const)("%s %j: %s", (question, sentences, held) => {
    expect(hasAsked(readQuestion(question), ranked(sentences, question))).toBe(held);
  });
});
