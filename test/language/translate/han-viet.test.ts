import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  hanNameForms,
  isPinyinSurname,
  pinyinNameForms,
  pinyinPlaceForms,
  readingsOf,
  simplify,
  splitPinyin,
} from "../../../src/language/translate/han-viet.ts";

describe("pinyinNameForms", () => {
  it.each([
    ["Xiong Bo", "Hùng Ba"],
    ["Liu Ning", "Lưu Ninh"],
    ["Wu Xiaohui", "Vũ Hiểu Huy"],
    ["He Wei", "Hà Vĩ"],
    ["Huang Min", "Hoàng Mẫn"],
    ["Xu Hong", "Hứa Hồng"],
    ["Chen Gang", "Trần Cương"],
    ["Ouyang Hua", "Âu Dương Hoa"],
    ["Lü Jun", "Lữ Quân"],
    ["Lyu Jun", "Lữ Quân"],
    ["Li Xi'an", "Lý Tây An"],
    ["Wei Chao Hui", "Vi Triều Huy"],
  ])("offers for %s the form %s", (name, expected) => {
    expect(pinyinNameForms(name.split(" "))).toContain(expected);
  });

  it("puts the usual form of a common name first", () => {
    expect(pinyinNameForms(["Liu", "Ning"])[0]).toBe("Lưu Ninh");
    expect(pinyinNameForms(["Wang", "Bo"])[0]).toBe("Vương Ba");
  });

  it.each([
    "Hung Ba",
    "Nguyen Phuc",
    "Donald Trump",
    "Kim Jong",
    "Xiong",
    "Xiong Xiaohuiming",
    "",
    "Duong Huyen",
  ])("offers none for %j, which is no Chinese name", (name) => {
    expect(pinyinNameForms(name.split(" "))).toEqual([]);
  });

  it("stays bounded and without repeats", () => {
    const word = fc.constantFrom("Li", "Wu", "Yi", "Yu", "Ji", "Xiaoyi", "Zhiyu", "Jiyi", "Shi");
    fc.assert(
      fc.property(word, word, (surname, given) => {
        const forms = pinyinNameForms([surname, given]);
        expect(forms.length).toBeLessThanOrEqual(400);
        expect(new Set(forms).size).toBe(forms.length);
      }),
    );
  });
});

describe("pinyin syllables", () => {
  it("splits words into the fewest syllables", () => {
    expect(splitPinyin("xiaohui")).toEqual(["xiao", "hui"]);
    expect(splitPinyin("fangchenggang")).toEqual(["fang", "cheng", "gang"]);
    expect(splitPinyin("trump")).toBeNull();
  });

  it("reads places and tells surnames", () => {
    expect(pinyinPlaceForms("Longzhou")).toContain("Long Châu");
    expect(pinyinPlaceForms("Hanoi")).toEqual([]);
    expect(isPinyinSurname("Qin")).toBe(true);
    expect(isPinyinSurname("Trump")).toBe(false);
  });
});

/** Surnames and the reading that newspapers use. */
const SURNAMES =
  "王Vương 李Lý 张Trương 刘Lưu 陈Trần 杨Dương 黄Hoàng 赵Triệu 吴Ngô 周Chu 徐Từ 孙Tôn 马Mã 朱Chu 胡Hồ 郭Quách 何Hà 林Lâm " +
  "高Cao 罗La 郑Trịnh 梁Lương 谢Tạ 宋Tống 唐Đường 许Hứa 韩Hàn 冯Phùng 邓Đặng 曹Tào 彭Bành 曾Tăng 肖Tiêu 田Điền 董Đổng " +
  "潘Phan 袁Viên 蔡Thái 蒋Tưởng 余Dư 于Vu 杜Đỗ 叶Diệp 程Trình 魏Ngụy 苏Tô 吕Lữ 丁Đinh 任Nhậm 卢Lư 姚Diêu 沈Thẩm 钟Chung " +
  "姜Khương 崔Thôi 谭Đàm 陆Lục 范Phạm 汪Uông 廖Liêu 石Thạch 金Kim 韦Vi 贾Giả 夏Hạ 付Phó 方Phương 熊Hùng 白Bạch 邹Trâu " +
  "孟Mạnh 秦Tần 邱Khâu 侯Hầu 江Giang 尹Doãn 薛Tiết 闫Diêm 雷Lôi 龙Long 黎Lê 史Sử 陶Đào 贺Hạ 毛Mao 郝Hác 顾Cố 龚Cung " +
  "邵Thiệu 万Vạn 武Vũ 农Nông 蓝Lam 阮Nguyễn 裴Bùi 莫Mạc 鹿Lộc";

describe("hanNameForms", () => {
  it.each(SURNAMES.split(" "))("reads the surname %s", (pair) => {
    expect(hanNameForms(pair[0]!)[0]).toBe(pair.slice(1));
  });

  it.each([
    ["熊波", "Hùng Ba"],
    ["刘宁", "Lưu Ninh"],
    ["劉寧", "Lưu Ninh"],
    ["何炜", "Hà Vĩ"],
    ["何煒", "Hà Vĩ"],
    ["武晓辉", "Vũ Hiểu Huy"],
    ["武曉輝", "Vũ Hiểu Huy"],
    ["吴岩", "Ngô Nham"],
    ["阮春福", "Nguyễn Xuân Phúc"],
    ["凭祥", "Bằng Tường"],
    ["憑祥", "Bằng Tường"],
    ["麻栗坡", "Ma Lật Pha"],
    ["韋朝暉", "Vi Triều Huy"],
    ["陳鋼", "Trần Cương"],
  ])("reads %s as %s", (name, expected) => {
    expect(hanNameForms(name)[0]).toBe(expected);
  });

  it("gives the second usual reading of a name too", () => {
    expect(hanNameForms("武晓辉")).toContain("Võ Hiểu Huy");
    expect(hanNameForms("范明政")).toContain("Phạm Minh Chính");
    expect(hanNameForms("覃伟")).toEqual(expect.arrayContaining(["Đàm Vĩ", "Tần Vĩ"]));
  });

  it("gives at most the asked number of distinct forms, one word for every character", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."曾长乐行武范任单都朝传说龙𠮷") }),
        (name) => {
          const forms = hanNameForms(name, 10);
          expect(forms.length).toBeGreaterThan(0);
          expect(forms.length).toBeLessThanOrEqual(10);
          expect(new Set(forms).size).toBe(forms.length);
          for (const form of forms) {
            expect(form === "" ? 0 : form.split(" ").length).toBe([...name].length);
          }
        },
      ),
    );
  });
});

describe("readings", () => {
  it("knows the characters in everyday use", () => {
    for (const char of "国家主席总理部长省市县会谈签署协议访问代表团书记委员边境口岸贸易") {
      expect(readingsOf(char), char).not.toHaveLength(0);
    }
  });

  it("has none for what is no Han character", () => {
    expect(readingsOf("a")).toEqual([]);
    expect(readingsOf("")).toEqual([]);
  });

  it("simplifies traditional characters and leaves the rest", () => {
    expect(simplify("廣西壯族自治區黨委書記劉寧 (Lưu Ninh)")).toBe(
      "广西壮族自治区党委书记刘宁 (Lưu Ninh)",
    );
    expect(simplify(simplify("諒山與憑祥"))).toBe("谅山与凭祥");
  });
});
