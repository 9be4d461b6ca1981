import { describe, expect, it } from "vitest";
import { TOLD_ALIKE } from "../../src/answers/count-told.ts";
import { workspace } from "../index/fixture.ts";
import { runningEngine } from "../running-engine.ts";

const space = workspace();
const engine = runningEngine(space, () => {
  space.page(
    "hoc-bong",
    "2025-04-11",
    "Trường Cao đẳng Lai Châu làm việc với Học viện Hồng Hà",
    "Ngày 10/4/2025, bà Lò Thị Thử, Hiệu trưởng Trường Cao đẳng Lai Châu, làm việc với đoàn Học viện Hồng Hà (Vân Nam, Trung Quốc) do ông Chu Thử Ngân, Phó Viện trưởng dẫn đầu.\n\nPhía Học viện Hồng Hà dành cho Lai Châu mỗi năm 20 chỉ tiêu đào tạo tiếng Trung, lo chỗ ở và tiền ăn.",
  );
});

describe("a number that a sentence counts", () => {
  it("is told in other words than those of the question", async () => {
    const { answer } = await engine().ask(
      "Học viện Hồng Hà cho Lai Châu mỗi năm mấy suất học bổng tiếng Trung?",
    );
    expect(answer).toContain("20 chỉ tiêu");
  });

  it("is none of what another place was given", async () => {
    const { answered } = await engine().ask(
      "Học viện Hồng Hà cho Hà Giang mỗi năm mấy suất học bổng tiếng Trung?",
    );
    expect(answered).toBe(false);
  });

  it("has for each row words that stand for each other", () => {
    for (const { words, example } of TOLD_ALIKE) {
      expect(words.length).toBeGreaterThan(1);
      expect(example).toContain("–");
    }
  });
});
