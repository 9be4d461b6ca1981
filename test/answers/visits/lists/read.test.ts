import { describe, expect, it } from "vitest";
import { asMeant } from "../../../../src/answers/question/as-meant.ts";
import { readQuestion } from "../../../../src/answers/question/read.ts";
import { readRegisterQuestion } from "../../../../src/answers/visits/lists/read.ts";
import { detectLanguage } from "../../../../src/language/translate/detect-language.ts";
import { translateQuestion } from "../../../../src/language/translate/translate.ts";
import type { RegisterQuestion } from "../../../../src/model/visit.ts";

/** Reads as the answerer does, but for names in pinyin, which only a corpus settles. */
function read(text: string): RegisterQuestion | null {
  const language = detectLanguage(text);
  const question =
    language === "vi"
      ? readQuestion(text, language, asMeant(text))
      : readQuestion(text, language, translateQuestion(text, language).text);
  return readRegisterQuestion(question, "2026-03-05");
}

const year = (value: number) => ({ from: `${value}-01-01`, to: `${value}-12-31` });
const toLangSon = { guest: "Trung Quốc", place: "Lạng Sơn" };

describe("a question for the register", () => {
  it.each<[string, RegisterQuestion["intent"], RegisterQuestion["filter"]]>([
    [
      "Có bao nhiêu đoàn Trung Quốc thăm Lạng Sơn năm 2022?",
      "count",
      { ...toLangSon, ...year(2022) },
    ],
    [
      "co bao nhieu doan trung quoc tham lang son nam 2022",
      "count",
      { ...toLangSon, ...year(2022) },
    ],
    [
      "How many Chinese delegations visited Lang Son in 2022?",
      "count",
      { ...toLangSon, ...year(2022) },
    ],
    ["2022年有多少中国代表团访问谅山？", "count", { ...toLangSon, ...year(2022) }],
    ["Lạng Sơn đã đón mấy đoàn?", "count", { host: "Lạng Sơn" }],
    ["Lạng Sơn và Quảng Tây đã gặp nhau mấy lần?", "count", { sides: ["Lạng Sơn", "Quảng Tây"] }],
    [
      "Đoàn Lạng Sơn đã sang Quảng Tây mấy lần?",
      "count",
      { guest: "Lạng Sơn", place: "Quảng Tây" },
    ],
    ["Năm ngoái có mấy đoàn Trung Quốc sang Lạng Sơn?", "count", { ...toLangSon, ...year(2025) }],
    [
      "Có bao nhiêu cuộc hội đàm trong tháng 2/2024?",
      "count",
      { from: "2024-02-01", to: "2024-02-29", kinds: ["hội đàm", "hội kiến"] },
    ],
    ["Có bao nhiêu cuộc gặp về du lịch?", "count", { topic: "du lịch" }],
    ["Trong tư liệu có bao nhiêu chuyến thăm?", "count", {}],
    [
      "lan gan nhat lang son tiep doan quang tay la khi nao",
      "last",
      { host: "Lạng Sơn", guest: "Quảng Tây" },
    ],
    [
      "When did Lang Son last receive a delegation from Guangxi?",
      "last",
      { guest: "Quảng Tây", sides: ["Lạng Sơn"] },
    ],
    ["谅山最近一次接待广西代表团是什么时候？", "last", { guest: "Quảng Tây", sides: ["Lạng Sơn"] }],
    [
      "Lần đầu tiên Lạng Sơn làm việc với Sùng Tả là khi nào?",
      "first",
      { sides: ["Lạng Sơn", "Sùng Tả"] },
    ],
    [
      "Ông Dương Xuân Huyên đã tiếp những ai?",
      "list",
      { person: "Dương Xuân Huyên", host: "Dương Xuân Huyên" },
    ],
    ["duong xuan huyen da tiep nhung ai", "list", { host: "duong xuan huyen" }],
    [
      "Bí thư Tỉnh ủy Lạng Sơn đã tiếp những đoàn nào?",
      "list",
      { host: "Bí thư Tỉnh ủy Lạng Sơn" },
    ],
    [
      "Đoàn nào đến thăm Lạng Sơn trong tháng 3/2024?",
      "list",
      { place: "Lạng Sơn", from: "2024-03-01", to: "2024-03-31" },
    ],
    [
      "list all meetings of Lạng Sơn with Quảng Tây before 2015",
      "list",
      { sides: ["Lạng Sơn", "Quảng Tây"], to: "2014-12-31" },
    ],
    [
      "列出2015年以前谅山与广西的所有会谈",
      "list",
      { sides: ["Lạng Sơn", "Quảng Tây"], to: "2014-12-31" },
    ],
    [
      "Liệt kê các chuyến thăm của Sùng Tả tới Lạng Sơn từ 2011 đến 2015",
      "list",
      { guest: "Sùng Tả", place: "Lạng Sơn", from: "2011-01-01", to: "2015-12-31" },
    ],
    [
      "Which delegations visited Lao Cai between 2011 and 2015?",
      "list",
      { place: "Lào Cai", from: "2011-01-01", to: "2015-12-31" },
    ],
    ["Liệt kê các đoàn thăm Lào Cai từ năm 2020", "list", { place: "Lào Cai", from: "2020-01-01" }],
    [
      "Liệt kê các đoàn thăm Lào Cai sau năm 2020",
      "list",
      { place: "Lào Cai", from: "2021-01-01" },
    ],
    ["Sắp tới có đoàn nào thăm Lạng Sơn không?", "next", { place: "Lạng Sơn" }],
    ["Are there any upcoming visits to Lang Son?", "next", { place: "Lạng Sơn" }],
  ])("%s", (text, intent, filter) => {
    expect(read(text)).toMatchObject({ intent, filter, impossible: null });
  });

  it.each([
    ["Tháng 13/2024 có đoàn nào thăm Lạng Sơn?", "Tháng 13/2024"],
    ["Ngày 31/2/2024 có đoàn nào thăm Lạng Sơn?", "31/2/2024"],
    ["Có bao nhiêu đoàn thăm Lạng Sơn ngày 45/5?", "ngày 45/5"],
  ])("names a date that no calendar has: %s", (text, words) => {
    expect(read(text)).toMatchObject({ impossible: words });
  });
});

describe("a question for the passages", () => {
  it.each([
    "Ai đã tiếp đoàn Bằng Tường?",
    "Ông Dương Xuân Huyên giữ chức vụ gì?",
    "Lạng Sơn tiếp đoàn Bằng Tường ngày nào?",
    "Đoàn Bằng Tường gồm bao nhiêu người?",
    "doan bang tuong gom bao nhieu nguoi",
    "Hai bên đã ký bao nhiêu dự án?",
    "Có bao nhiêu thỏa thuận hợp tác được ký trong chuyến thăm?",
    "Đoàn Mông Tự tặng bao nhiêu bộ bàn ghế?",
    "Đoàn nào tặng sách cho học sinh trường Sín Chéng?",
    "Đoàn có bao nhiêu thành viên?",
    "Chuyến thăm kéo dài bao lâu?",
    "Chuyến thăm kéo dài mấy ngày?",
    "Vì sao đoàn Lạng Sơn sang thăm Quảng Tây?",
    "Hai bên đã trao đổi những nội dung gì?",
    "Lạng Sơn nhận được mấy đợt viện trợ y tế?",
    "Tỉnh có bao nhiêu đoàn viên thanh niên?",
    "Có bao nhiêu chuyến bay từ Hà Nội?",
    "Bao nhiêu doanh nghiệp đi cùng đoàn?",
    "Lần đầu sang Anh, vợ chồng ông ấy xuống sân bay nào?",
    "Ông Lưu Ninh phát biểu gì trong cuộc hội đàm?",
    "Buổi tiếp diễn ra ở đâu?",
    "Kim ngạch năm 2023 là bao nhiêu?",
    "Đây là lần thứ mấy Việt Nam được mời?",
    "Ai dẫn đầu đoàn Sùng Tả?",
    "Đoàn Lào Cai làm việc với cơ quan nào ở Hà Nội?",
    "Cuộc gặp bàn về những lĩnh vực nào?",
    "Who led the delegation of Pingxiang?",
    "How many agreements were signed between Lang Son and Guangxi?",
    "How many people were in the delegation?",
    "How many members did the delegation have?",
    "What did the two sides discuss?",
    "When did Lang Son receive the Pingxiang delegation?",
    "谁率领凭祥代表团？",
    "代表团有多少人？",
    "双方签署了多少协议？",
    "会谈讨论了什么？",
    "Giá vàng hôm nay bao nhiêu?",
    "Thời tiết Lạng Sơn thế nào?",
    "Hà Nội cách Lạng Sơn bao nhiêu km?",
    "Xin chào",
    "Ông ấy sinh năm nào?",
    "Có bao nhiêu tỉnh dự hội nghị?",
  ])("%s", (text) => {
    expect(read(text)).toBeNull();
  });
});
