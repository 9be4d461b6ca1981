import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeText } from "../../../src/language/text/normalize.ts";
import { sentences } from "../../../src/language/text/sentences.ts";
import { expectLinear } from "../../growth.ts";
import { vietnameseText } from "./arbitraries.ts";

function cut(text: string): string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end));
}

describe("sentences", () => {
  it.each([
    "Đoàn về TP. Cao Bằng gặp PGS.TS. Lý A Sình và ThS. Bế Thị Na.",
    "Trụ sở ở Q. 3, P. Võ Thị Sáu.",
    "UBND TP. Hạ Long và ĐH. Thái Nguyên cùng ký.",
    "Tại UBND. TP Hạ Long đã họp.",
    "Ông J. D. Brown và bà Trần B. Ngọc dự tiệc.",
    "Kim ngạch đạt 1.500 tỷ đồng, tăng 2.5 lần.",
    "Ngày 19.08.2022 đoàn lên đường.",
    "Xem tại caobang.gov.vn hoặc VOV.VN để biết thêm.",
    "Ông nói: “Chúng tôi rất vui. Chúng tôi sẽ trở lại.”",
    "Chủ tịch nhấn mạnh: Hai bên cần làm nhanh; cần làm chắc.",
    "Đồng chí Mr. Smith (Công ty Co. Ltd. của Mỹ) phát biểu.",
    "1. Về kinh tế cửa khẩu",
    "Các lĩnh vực như y tế, giáo dục, v.v. và du lịch.",
    "Đoàn đi… rồi về.",
    "“Vui không?” ông hỏi.",
    "Ảnh chụp tại lễ ký (Ảnh: T. H.)",
  ])("keeps whole: %s", (text) => {
    expect(cut(text)).toEqual([text]);
  });

  it.each<[string, string[]]>([
    ["Hai bên ký kết./. Đoàn về nước.", ["Hai bên ký kết./.", "Đoàn về nước."]],
    ["Năm 2019. Tại Hà Nội.", ["Năm 2019.", "Tại Hà Nội."]],
    [
      "Hợp tác y tế, v.v. Tại buổi họp, ông cảm ơn.",
      ["Hợp tác y tế, v.v.", "Tại buổi họp, ông cảm ơn."],
    ],
    [
      "Đoàn thăm trụ sở UBND. Tại đây, ông phát biểu.",
      ["Đoàn thăm trụ sở UBND.", "Tại đây, ông phát biểu."],
    ],
    ["Hai bên cảm ơn.Tại buổi họp, ông cười.", ["Hai bên cảm ơn.", "Tại buổi họp, ông cười."]],
    ["Kết nối thông minh... Đồng chí cảm ơn!", ["Kết nối thông minh...", "Đồng chí cảm ơn!"]],
    ["“Tôi vui.” Ông nói thêm.", ["“Tôi vui.”", "Ông nói thêm."]],
    ['Ông đến. "Tôi vui", ông nói.', ["Ông đến.", '"Tôi vui", ông nói.']],
    ["大使会见了代表团。会谈很好！是吗？", ["大使会见了代表团。", "会谈很好！", "是吗？"]],
    ["Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]],
    ["", []],
    [" \n ", []],
  ])("cuts: %s", (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  it("cuts within a quotation that is long", () => {
    const long = `“${"Chúng tôi làm việc chăm chỉ. ".repeat(20)}”`;
    expect(cut(long).length).toBeGreaterThan(10);
  });

  it("covers all text in order, without white space at the ends", () => {
    fc.assert(
      fc.property(vietnameseText.map(normalizeText), (text) => {
        let last = 0;
        for (const { start, end } of sentences(text)) {
          expect(text.slice(last, start).trim()).toBe("");
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(text.slice(last).trim()).toBe("");
      }),
    );
  });

  it.each([". ", '"', "(", "“", "A. ", "..."])("takes time in proportion to a text of %j", (unit) =>
    expectLinear((size) => sentences(unit.repeat(size / unit.length))),
  );
});
