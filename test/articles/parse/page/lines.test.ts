import { describe, expect, it } from "vitest";
import { isJunk } from "../../../../src/articles/parse/page/lines.ts";

describe("isJunk", () => {
  it.each(["-", "*", "•", "+", "=", "_", "- ", "* ", "> ", "– ", "►"])(
    "reads a line of hundreds of “%s”, whatever follows",
    (sign) => {
      for (const size of [32, 200])
        for (const tail of ["", " HẾT ", " xem", " Xem thêm: Bài khác", "x"])
          expect(typeof isJunk(`${sign.repeat(size)}${tail}`.slice(0, 240))).toBe("boolean");
    },
  );

  it("still knows a line that points to another article", () => {
    for (const line of [
      "-- Xem thêm: Bài khác",
      "• Đọc thêm: Bài khác",
      ">> Tin liên quan: Bài khác",
    ])
      expect(isJunk(line)).toBe(true);
  });

  it("knows a line that invites readers, and none that tells of guests", () => {
    for (const line of [
      "* Mời bạn đọc vào chuyên mục Quốc tế xem các bài liên quan",
      "Mời quý độc giả đón đọc số tới.",
      "Bạn đọc gửi ý kiến về hộp thư.",
    ])
      expect(isJunk(line)).toBe(true);
    expect(isJunk("Mời quý vị đại biểu tham quan cửa khẩu, ông Nam giới thiệu kho lạnh.")).toBe(
      false,
    );
  });
});
