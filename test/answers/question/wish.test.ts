import { describe, expect, test } from "vitest";
import { wishOf } from "../../../src/answers/question/wish.ts";

describe("a summary is wished for", () => {
  test.each([
    "tóm tắt",
    "tom tat",
    "Tóm tắt bài đó giúp mình",
    "tóm tắt lại nội dung cuộc họp trên đi",
    "tom tat chuyen tham nay nhe",
    "Tóm tắt cho tôi",
    "summarize it please",
    "Summarise the article",
    "总结一下",
    "总结一下这次会见",
  ])("of what was just told: %s", (text) => {
    expect(wishOf(text)).toEqual({ kind: "summary", topic: null });
  });

  test.each([
    ["Tóm tắt buổi tiếp đoàn Bằng Tường", "buổi tiếp đoàn Bằng Tường"],
    ["tom tat hoi dam Lang Son va Quang Tay", "hoi dam Lang Son va Quang Tay"],
    ["Summarize the visit of Pingxiang", "visit of Pingxiang"],
    ["总结谅山与广西的会谈", "谅山与广西的会谈"],
  ])("of something named: %s", (text, topic) => {
    expect(wishOf(text)).toEqual({ kind: "summary", topic });
  });
});

describe("a comparison is wished for", () => {
  test.each([
    [
      "So sánh chuyến thăm của Bằng Tường với chuyến thăm của Sùng Tả",
      "chuyến thăm của Bằng Tường",
      "chuyến thăm của Sùng Tả",
    ],
    [
      "so sanh chuyen tham nam 2023 va chuyen tham nam 2024",
      "chuyen tham nam 2023",
      "chuyen tham nam 2024",
    ],
    [
      "Compare the visit of Pingxiang with the visit of Chongzuo",
      "visit of Pingxiang",
      "the visit of Chongzuo",
    ],
    ["比较谅山与凭祥的会见和谅山与广西的会谈", "谅山与凭祥的会见", "谅山与广西的会谈"],
    ["比较凭祥市的访问和崇左市的访问", "凭祥市的访问", "崇左市的访问"],
  ])("%s", (text, one, other) => {
    expect(wishOf(text)).toEqual({ kind: "comparison", topics: [one, other] });
  });

  test("of things that are not named", () => {
    const none = { kind: "comparison", topics: null };
    expect(wishOf("So sánh chuyến thăm của Bằng Tường")).toEqual(none);
    expect(wishOf("so sanh hai chuyen tham")).toEqual(none);
  });
});

describe("a translation is wished for", () => {
  test.each([
    ["dịch câu trả lời", null],
    ["Dịch câu trả lời sang tiếng Anh giúp tôi", "en"],
    ["dich sang tieng trung di", "zh"],
    ["dịch lại câu trên ra tiếng Việt nhé", "vi"],
    ["Trả lời bằng tiếng Anh", "en"],
    ["translate that", null],
    ["Please translate the answer into Vietnamese", "vi"],
    ["say it in English", "en"],
    ["翻译成英文", "en"],
    ["请把回答翻译成越南语", "vi"],
    ["翻译一下", null],
  ] as const)("%s", (text, to) => {
    expect(wishOf(text)).toEqual({ kind: "translation", to });
  });
});

test.each([
  "Hai bên so sánh số liệu nào tại hội đàm?",
  "Ai tóm tắt kết quả hội nghị?",
  "Hai bên trao đổi gì về phòng chống dịch bệnh?",
  "Dịch tả lợn châu Phi được bàn ra sao?",
  "dich vu logistics duoc ban the nao",
  "Dịch vụ du lịch được bàn ở đâu?",
  "Dịch COVID-19 ảnh hưởng thế nào đến thông quan?",
  "Ai phiên dịch cho đoàn?",
  "Who translated for the delegation?",
  "What was said in English?",
  "Ai tiếp đoàn Bằng Tường?",
  "两省比较了哪些数据？",
  "",
])("a question that holds such a word is no wish: %s", (text) => {
  expect(wishOf(text)).toBeNull();
});
