import { describe, expect, it } from "vitest";
import { workspace } from "../../../index/fixture.ts";
import { runningEngine } from "../../../running-engine.ts";

const space = workspace();
const engine = runningEngine(space, () => {
  space.page(
    "tong-ket",
    "2025-01-06",
    "Lai Châu: nhìn lại công tác đối ngoại năm 2024",
    "Năm 2024, tỉnh Lai Châu đón 47 đoàn khách quốc tế với 390 lượt người, cử 12 đoàn ra nước ngoài.\n\nTheo kế hoạch, năm 2025 tỉnh dự kiến đón 60 đoàn khách quốc tế.",
  );
  space.page(
    "thang-ba",
    "2024-03-20",
    "Lai Châu tiếp đoàn Mông Tự",
    "Ngày 19/3/2024, tại thành phố Lai Châu, ông Giàng Thử Minh, Phó Chủ tịch UBND tỉnh Lai Châu, tiếp đoàn thành phố Mông Tự (Vân Nam, Trung Quốc) do bà Lý Thử Mai, Phó Thị trưởng dẫn đầu.",
  );
});

describe("how many delegations there were in a year", () => {
  it("is told as a report counts them, not by the meetings that articles tell", async () => {
    const { answer, citations } = await engine().ask("Năm 2024 Lai Châu đón bao nhiêu đoàn?");
    expect(answer).toContain("47 đoàn khách quốc tế");
    expect(citations[0]!.articleId).toBe("tong-ket");
  });

  it("is no number of another year, nor one that is only planned", async () => {
    const { answer } = await engine().ask("Năm 2025 Lai Châu đón bao nhiêu đoàn?");
    expect(answer).not.toContain("47 đoàn");
    expect(answer).not.toContain("60 đoàn");
  });

  it("is no number where each of them is asked", async () => {
    const { answer } = await engine().ask("Năm 2024 Lai Châu tiếp những đoàn nào?");
    expect(answer).toContain("19/3/2024");
  });
});
