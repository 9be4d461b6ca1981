import { describe, expect, it } from "vitest";
import { told } from "../told.ts";

const headOf = (text: string) => told(text).map(({ guest }) => guest.head);

describe("who leads a delegation", () => {
  it.each([
    "Ngày 5/2, đồng chí Lê Hòa, Tổng Thư ký Ban Chấp hành Trung ương Đảng, làm trưởng đoàn đại biểu cấp cao Việt Nam sang thăm Lào.",
    "Ngày 5/2, Đoàn đại biểu cấp cao Việt Nam do Lê Hòa, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh kiêm Trưởng đoàn đại biểu Quốc hội, làm trưởng đoàn thăm Lào.",
    "Ngày 5/2, Đoàn công tác tỉnh Lạng Sơn do đồng chí Lê Hòa, Bí thư Tỉnh ủy, phụ trách biên giới và cửa khẩu, dẫn đầu, thăm Lào.",
    "Ngày 5/2, đồng chí Lê Hòa, Bí thư Tỉnh ủy Lạng Sơn làm trưởng đoàn, sang thăm Lào.",
    "Ngày 5/2, Bí thư Tỉnh ủy Lạng Sơn Lê Hòa dẫn đầu Đoàn thăm Lào.",
    "Ngày 5/2, Đoàn công tác tỉnh Lạng Sơn thăm Lào. Đoàn do đồng chí Lê Hòa, Bí thư Tỉnh ủy làm trưởng đoàn.",
    "Dẫn đầu Đoàn công tác tỉnh Lạng Sơn thăm Lào ngày 5/2 là đồng chí Lê Hòa, Bí thư Tỉnh ủy.",
  ])("reads it from: %s", (text) => {
    expect(headOf(text)).toEqual(["Lê Hòa"]);
  });

  it("keeps a second office behind 'kiêm'", () => {
    const [visit] = told(
      "Ngày 5/2, tại Lạng Sơn, đồng chí Lê Hòa, Chủ tịch UBND tỉnh tiếp đoàn công tác của Lào do ông Kham Vông, Tham tán, kiêm Tổng Lãnh sự làm trưởng đoàn.",
    );
    expect(visit?.guest.people[0]?.position).toBe("Tham tán, kiêm Tổng Lãnh sự");
  });
});
