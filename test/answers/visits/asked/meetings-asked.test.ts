import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../../src/answers/question/index.ts";
import { readDemands } from "../../../../src/answers/visits/asked/demands.ts";
import { meetingsAsked } from "../../../../src/answers/visits/asked/meetings-asked.ts";
import { translateQuestion } from "../../../../src/language/translate/index.ts";

const read = (text: string) => meetingsAsked(readQuestion(text, "vi"));

describe("a question over several meetings", () => {
  it.each([
    ["Ai từng dẫn đoàn công an Cao Bằng sang hội đàm với Bách Sắc?", "list"],
    ["Ông Lô Văn Bách gặp lãnh đạo Bằng Tường những hôm nào?", "list"],
    ["Hai lần ông Lô Văn Bách sang Long Châu trồng cây là hôm nào?", "list"],
    ["Cho xin ngày từng cuộc ông Lô Văn Bách hội đàm với Sùng Tả", "list"],
    ["6 tháng cuối năm 2025 hải quan Móng Cái họp với Đông Hưng hôm nào?", "list"],
    ["Ông Lô Văn Bách gặp ông Mạc Tử Quang những khi nào?", "list"],
    ["Tòa án Lai Châu tọa đàm với tòa Phổ Nhĩ vào các ngày nào?", "list"],
    ["Quý 3 năm 2024 các tỉnh biên giới có hoạt động gì với Văn Sơn?", "list"],
    ["Ông Lô Văn Bách gặp ông Mạc Tử Quang mấy dịp?", "count"],
    ["Ông Lô Văn Bách và ông Mạc Tử Quang đã ngồi với nhau mấy bận?", "count"],
    ["Lần gặp sau cùng của hai đồn trong năm 2024 là khi nào?", "last"],
    ["Phụ nữ hai tỉnh bắt đầu giao lưu từ năm nào?", "first"],
    ["Mường Thử kết nghĩa với Kim Bình từ hồi nào?", "first"],
    ["Liệt kê giúp các cuộc làm việc mà ông Lô Văn Bách tham gia", "list"],
    ["Cho mình xin các ngày Điện Biên hội đàm với lãnh đạo Phông Sa Lỳ", "list"],
    ["Những đồn biên phòng nào của ta đã họp với trạm bên kia?", "list"],
    ["Bệnh viện tỉnh nào từng hội chẩn với bạn, những lần nào?", "list"],
  ])("%s wants the %s", (question, wanted) => {
    expect(read(question)?.wanted).toBe(wanted);
  });

  it.each([
    "Trong năm 2019 có những cuộc hội đàm nào với bên kia biên giới?",
    "Giai đoạn 2023 - 2025 các báo đưa tin những cuộc gặp nào?",
    "Những lần nào hai bên biên giới gặp nhau năm 2024?",
    "Hằng quý hai đồn hội đàm vào những ngày nào?",
  ])("has words that bind no meeting: %s", (question) => {
    expect(read(question)?.subject.filter((words) => words.includes(" "))).toEqual([]);
  });

  it("of a month up to the end of a year has one span", () => {
    const asked = readQuestion("Từ tháng 9/2025 đến hết năm 2025 có những cuộc gặp nào?", "vi");
    expect(readDemands(asked).times).toHaveLength(1);
  });

  it.each([
    "How many trucks did Lang Son receive a day in the first two months of 2025?",
    "What did both sides exchange in the first half of 2024?",
  ])("takes the first months of a year for no first meeting: %s", (text) => {
    const { text: rendered } = translateQuestion(text, "en");
    expect(meetingsAsked(readQuestion(text, "en", rendered))?.wanted).not.toBe("first");
  });

  it("is narrowed down by the bodies that it names, whatever their words mean alone", () => {
    expect(read("Hải quan Lạng Sơn họp với hải quan Bằng Tường những ngày nào?")?.subject).toEqual([
      "hai quan",
    ]);
  });

  it.each([
    "Tháng 3/2025 các tỉnh biên giới có những cuộc hội đàm nào?",
    "Lạng Sơn với Bách Sắc hội đàm trực tiếp những ngày nào?",
    "lang son voi bach sac hop nhau nhung lan nao",
  ])("is not narrowed down by what is said of any meeting: %s", (question) => {
    expect(read(question)?.subject).toEqual([]);
  });

  it("is narrowed down to meetings face to face where the first one is asked for", () => {
    expect(
      read("Cuộc hội đàm trực tiếp đầu tiên của Lạng Sơn với Bách Sắc là khi nào?")?.subject,
    ).toContain("truc");
  });

  it("keeps the matter of which such words are a part", () => {
    expect(
      read("Lạng Sơn với Bách Sắc hợp tác bảo vệ biên giới những năm nào?")?.subject,
    ).toContain("bien gioi");
  });

  it.each([
    ["từ tháng 9/2024 đến hết 2025", [2024, 9], [2025, null]],
    ["từ năm 2021 đến năm 2023", [2021, null], [2023, null]],
    ["kể từ 2022", [2022, null], [9999, null]],
  ])("%s is one span", (words, [year, month], [lastYear, lastMonth]) => {
    const { times } = readDemands(readQuestion(`Lạng Sơn tiếp những đoàn nào ${words}?`, "vi"));
    expect(times).toHaveLength(1);
    expect(times[0]).toMatchObject({
      first: { year, month },
      last: { year: lastYear, month: lastMonth },
    });
  });

  it.each([
    ["nửa đầu năm 2025", 1, 6],
    ["6 tháng cuối năm 2025", 7, 12],
    ["9 tháng đầu năm 2025", 1, 9],
    ["quý II/2025", 4, 6],
  ])("%s is a span of months", (words, from, to) => {
    const [time] = readDemands(readQuestion(`Lạng Sơn tiếp những đoàn nào ${words}?`, "vi")).times;
    expect(time).toMatchObject({
      first: { year: 2025, month: from },
      last: { year: 2025, month: to },
    });
  });
});
