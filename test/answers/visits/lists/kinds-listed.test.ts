import { describe, expect, it } from "vitest";
import {
  KINDS_LISTED,
  kindListed,
  ofKindListed,
} from "../../../../src/answers/visits/lists/kinds-listed.ts";
import { workspace } from "../../../index/fixture.ts";
import { runningEngine } from "../../../running-engine.ts";

const asked = (searchText: string) =>
  kindListed({ searchText } as Parameters<typeof kindListed>[0]);

const space = workspace();
const engine = runningEngine(space, () => {
  space.page(
    "phu-nu",
    "2025-03-07",
    "Hội Phụ nữ Lai Châu gặp Hội Phụ nữ châu Hồng Hà",
    "Ngày 6/3/2025, tại thành phố Lai Châu, bà Lò Thị Thử, Chủ tịch Hội Liên hiệp Phụ nữ tỉnh Lai Châu, tiếp đoàn Hội Liên hiệp Phụ nữ châu Hồng Hà (Vân Nam, Trung Quốc) do bà Lý Thử Mai, Chủ tịch dẫn đầu.",
  );
  space.page(
    "uy-ban",
    "2025-05-21",
    "Lai Châu hội đàm với châu Hồng Hà",
    "Ngày 20/5/2025, tại thành phố Lai Châu, ông Giàng Thử Minh, Phó Chủ tịch UBND tỉnh Lai Châu, hội đàm với đoàn châu Hồng Hà (Vân Nam, Trung Quốc) do ông Chu Thử Ngân, Phó Châu trưởng dẫn đầu.",
  );
});

describe("the kind of body of which a list is asked", () => {
  it("keeps of all meetings those of that kind", async () => {
    const { answer } = await engine().ask(
      "Những hội, đoàn thể nào của Lai Châu đã gặp phía châu Hồng Hà?",
    );
    expect(answer).toContain("6/3/2025");
    expect(answer).not.toContain("20/5/2025");
  });

  it("is no kind where meetings themselves are asked", async () => {
    expect(asked("những cuộc hội đàm nào với Hồng Hà")).toBeNull();
    const { answer } = await engine().ask(
      "Năm 2025 Lai Châu có những cuộc hội đàm nào với châu Hồng Hà?",
    );
    expect(answer).toContain("20/5/2025");
  });

  it("leaves all where none is of it", () => {
    expect(ofKindListed([1, 2], () => false)).toEqual([1, 2]);
    expect(ofKindListed([1, 2], (one) => one > 1)).toEqual([2]);
  });

  it.each(KINDS_LISTED)("is read from $example", ({ example }) => {
    expect(asked(example)).not.toBeNull();
  });
});
