import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../src/answers/question/read.ts";
import { rightSide } from "../../../src/answers/search/article-sentences.ts";

const LEADER = "Trưởng đoàn Cao Bằng là ông Lê Văn Khang, Phó Chủ tịch UBND tỉnh.";
const HOST = "Chủ trì buổi tiếp là bà Trần Thu Hà, Giám đốc Sở Ngoại vụ.";

function sideOf(sentence: string, name: string, question: string): boolean {
  const start = sentence.indexOf(name);
  return rightSide(sentence, { start, end: start + name.length }, readQuestion(question));
}

describe("the side of a person", () => {
  it("does not take the head of the guests for the one who received them", () => {
    expect(sideOf(LEADER, "Lê Văn Khang", "Ai tiếp đoàn Cao Bằng?")).toBe(false);
    expect(sideOf(HOST, "Trần Thu Hà", "Ai tiếp đoàn Cao Bằng?")).toBe(true);
    expect(sideOf(HOST, "Trần Thu Hà", "ai tiep doan cao bang")).toBe(true);
  });

  it("does not take the host for the head of the guests", () => {
    expect(sideOf(HOST, "Trần Thu Hà", "Ai dẫn đầu đoàn Cao Bằng?")).toBe(false);
    expect(sideOf(LEADER, "Lê Văn Khang", "Ai dẫn đầu đoàn Cao Bằng?")).toBe(true);
  });

  it("does not take whom the host receives for the host", () => {
    const received = "Bà Trần Thu Hà tiếp ông Mori Kenji, Giám đốc Sở Nông chính tỉnh Nagano.";
    expect(sideOf(received, "Mori Kenji", "Ai tiếp đoàn Nagano?")).toBe(false);
    expect(sideOf(received, "Trần Thu Hà", "Ai tiếp đoàn Nagano?")).toBe(true);
  });

  it("does not take who received the guests for who chaired the talks", () => {
    const evening = "Buổi tối, ông Lê Văn Khang, Bí thư Tỉnh ủy, tiếp xã giao đoàn.";
    expect(sideOf(evening, "Lê Văn Khang", "Hội đàm do ai chủ trì?")).toBe(false);
    expect(sideOf(HOST, "Trần Thu Hà", "Hội đàm do ai chủ trì?")).toBe(true);
  });

  it("says nothing where the question asks for neither", () => {
    expect(sideOf(LEADER, "Lê Văn Khang", "Ai phát biểu tại hội nghị?")).toBe(true);
  });
});
