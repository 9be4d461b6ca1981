import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../src/answers/question/read.ts";
import { candidatesIn } from "../../../src/answers/search/candidates.ts";

const SENTENCE =
  "Sáng 4/5/2024, tại Hà Giang, ông Lò Văn Chính, Phó Chủ tịch UBND tỉnh, tiếp đoàn 18 người của huyện Kim Bình nhân dịp Tết cổ truyền.";

const words = (question: string, sentence = SENTENCE) =>
  candidatesIn(sentence, readQuestion(question)).map((c) => sentence.slice(c.start, c.end));

describe("the words of a sentence that could answer", () => {
  it.each([
    ["Ai tiếp đoàn?", "Lò Văn Chính"],
    ["Đoàn đến vào ngày nào?", "4/5/2024"],
    ["Ông Lò Văn Chính giữ chức vụ gì?", "Phó Chủ tịch UBND tỉnh"],
    ["Đoàn có bao nhiêu người?", "18 người"],
    ["Đoàn được tiếp ở đâu?", "Hà Giang"],
    ["Đoàn sang thăm nhân dịp gì?", "nhân dịp Tết cổ truyền"],
  ])("%s", (question, answer) => {
    expect(words(question).join(" | ")).toContain(answer);
  });

  it("are none that the question itself says", () => {
    expect(words("Ông Lò Văn Chính gặp ai?")).not.toContain("Lò Văn Chính");
    expect(words("Kim Bình và Hà Giang ở đâu?").join()).not.toMatch(/Hà Giang|Kim Bình/u);
  });

  it("are none where nothing has the asked type", () => {
    expect(words("Đoàn có bao nhiêu người?", "Các bên hài lòng.")).toEqual([]);
  });
});

describe("how well a number fits what is counted", () => {
  const fitOf = (sentence: string, question: string) =>
    candidatesIn(sentence, readQuestion(question))[0]?.fit;
  it("is best with the noun of the question, less with another one, least for both sides", () => {
    expect(fitOf("Đoàn ký 3 văn kiện.", "Đoàn ký bao nhiêu văn kiện?")).toBe(1);
    expect(fitOf("Đoàn có 12 đại biểu.", "Đoàn ký bao nhiêu văn kiện?")).toBeLessThan(1);
    expect(fitOf("Đoàn có 20 doanh nghiệp.", "Đoàn có bao nhiêu công ty?")).toBe(1);
    expect(fitOf("Dự án cần 4 tỷ.", "Đoàn có bao nhiêu công ty?")).toBeLessThan(1);
    expect(fitOf("Hai bên đã trao đổi.", "Đoàn ký bao nhiêu văn kiện?") ?? 0).toBeLessThan(0.5);
  });
  it("needs the unit of a length of time", () => {
    expect(fitOf("Chuyến thăm kéo dài 3 ngày.", "Đoàn ở lại mấy ngày?")).toBe(1);
    expect(fitOf("Đoàn có 12 đại biểu.", "Đoàn ở lại mấy ngày?")).toBeLessThan(0.5);
  });
});

describe("what counts and places answer only as asked", () => {
  it("are no citizens of another country", () => {
    const question = "Kim Bình trả về bao nhiêu công dân Việt Nam?";
    const fitOf = (sentence: string) => candidatesIn(sentence, readQuestion(question))[0]?.fit;
    expect(fitOf("Hà Giang nhận lại 304 công dân Việt Nam.")).toBe(1);
    expect(fitOf("Đã xử lý 17 công dân Trung Quốc.")).toBeLessThan(0.5);
  });

  it("are marks of the border, from one to another", () => {
    expect(
      words("Hai bên tuần tra từ mốc nào đến mốc nào?", "Hai đội đi từ mốc số 2 tới mốc số 3."),
    ).toContain("mốc số 2 tới mốc số 3");
  });
});
