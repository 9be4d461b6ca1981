import { expect, test } from "vitest";
import { bodyInLanguage } from "../../../../src/answers/visits/shown/in-language.ts";

test.each([
  [
    "lãnh đạo UBND tỉnh",
    "Lạng Sơn",
    "谅山省人民委员会领导",
    "the leaders of the People's Committee of Lang Son Province",
  ],
  ["đoàn công tác của tỉnh Lạng Sơn", null, "谅山省代表团", "the delegation of Lang Son Province"],
  [
    "Đoàn đại biểu Chính phủ nhân dân thị Bằng Tường, Quảng Tây, Trung Quốc",
    null,
    "中国广西凭祥市人民政府代表团",
    "the delegation of the People's Government of Pingxiang City, Guangxi, China",
  ],
  [
    "đoàn công tác của Đại sứ quán Trung Quốc",
    null,
    "中国驻越南大使馆代表团",
    "the delegation of the Chinese Embassy in Vietnam",
  ],
])("%s is told in other languages", (name, province, zh, en) => {
  expect(bodyInLanguage(name, province, "zh")).toBe(zh);
  expect(bodyInLanguage(name, province, "en")).toBe(en);
});

test.each(["Công ty Cổ phần Thép Mới", "lãnh đạo UBND tỉnh", "Trung Hưng"])(
  "%s has no sure translation",
  (name) => {
    expect(bodyInLanguage(name, null, "zh")).toBeNull();
    expect(bodyInLanguage(name, null, "en")).toBeNull();
  },
);
