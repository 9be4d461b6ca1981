import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeQuestion, isFollowUp } from "../../../src/answers/question/follow-up.ts";
import { detectLanguage } from "../../../src/language/translate/detect-language.ts";
import {
  CHINESE,
  COMRADE,
  ENGLISH,
  ENGLISH_WHEN,
  exchange,
  LED,
  POSITION,
  REFUSED,
  UNMARKED,
  WHEN,
} from "./exchanges.ts";

const asked = (text: string) => isFollowUp(text, detectLanguage(text));

describe("a pronoun becomes the person of the last exchange", () => {
  test.each([
    ["còn ông ấy giữ chức gì?", LED, "Ông Nguyễn Quốc Bình giữ chức gì?"],
    ["con ong ay giu chuc gi", LED, "Ong Nguyen Quoc Binh giu chuc gi"],
    ["Người đó là ai?", LED, "Nguyễn Quốc Bình là ai?"],
    ["Ông giữ chức gì?", LED, "Ông Nguyễn Quốc Bình giữ chức gì?"],
    ["Con trai ông ấy tên gì?", LED, "Con trai ông Nguyễn Quốc Bình tên gì?"],
    ["Vì sao ông ấy đến Cao Bằng?", LED, "Vì sao ông Nguyễn Quốc Bình đến Cao Bằng?"],
    ["Giữ chức vụ gì?", LED, "Nguyễn Quốc Bình giữ chức vụ gì?"],
    ["còn chức vụ?", LED, "Nguyễn Quốc Bình giữ chức vụ gì?"],
    ["ông ấy là ai?", COMRADE, "Ông Hà Văn Lân là ai?"],
    ["Ông ấy gặp ai?", POSITION, "Ông Ngô Khiêm gặp ai?"],
    ["ong ay giu chuc gi", UNMARKED, "Ong Nguyen Quoc Binh giu chuc gi"],
    ["What is his position?", ENGLISH, "What is Hà Văn Lân's position?"],
    ["When did he visit Hanoi?", ENGLISH, "When did Hà Văn Lân visit Hanoi?"],
    ["what position?", ENGLISH, "What position does Hà Văn Lân hold?"],
    ["ông ấy giữ chức gì?", ENGLISH, "Ông Hà Văn Lân giữ chức gì?"],
    ["那他是谁?", CHINESE, "Hà Văn Lân是谁?"],
    ["他担任什么职务？", CHINESE, "Hà Văn Lân担任什么职务？"],
  ])("%s", (text, previous, full) => {
    expect(completeQuestion(text, previous)).toBe(full);
  });

  test("that fits: a woman is not called ông, a title finds its bearer", () => {
    expect(completeQuestion("Bà ấy là ai?", LED)).toBe("Bà ấy là ai?");
    const received = exchange("Ai tiếp Đại sứ Vương Lệ?", "Bà Lê Thị Mận tiếp Đại sứ Vương Lệ.", {
      text: "Lê Thị Mận",
      type: "person",
    });
    expect(completeQuestion("Bà ấy là ai?", received)).toBe("Bà Lê Thị Mận là ai?");
    expect(completeQuestion("Vị đại sứ này đến khi nào?", received)).toBe("Vương Lệ đến khi nào?");
  });

  test("only where it is clear who is meant", () => {
    // Two persons are told, none is the answer; only one of them is a woman.
    expect(completeQuestion("Người đó là ai?", WHEN)).toBe("Người đó là ai?");
    expect(completeQuestion("Bà ấy là ai?", WHEN)).toBe("Bà Lê Thị Mận là ai?");
    expect(completeQuestion("Còn ông ấy thì sao?", LED)).toBe("Còn ông ấy thì sao?");
  });
});

describe("a new name or date takes the place of the old one", () => {
  test.each([
    ["thế năm 2023 thì sao?", LED, "Ai dẫn đầu đoàn Lạng Sơn thăm Quảng Tây năm 2023?"],
    ["the nam 2023 thi sao", LED, "Ai dẫn đầu đoàn Lạng Sơn thăm Quảng Tây năm 2023?"],
    ["2023?", LED, "Ai dẫn đầu đoàn Lạng Sơn thăm Quảng Tây năm 2023?"],
    ["tuần trước thì sao?", LED, "Ai dẫn đầu đoàn Lạng Sơn thăm Quảng Tây tuần trước?"],
    ["còn Lào Cai?", LED, "Ai dẫn đầu đoàn Lào Cai thăm Quảng Tây năm 2022?"],
    ["con lao cai?", LED, "Ai dẫn đầu đoàn Lào Cai thăm Quảng Tây năm 2022?"],
    ["Còn Vân Nam thì sao?", LED, "Ai dẫn đầu đoàn Lạng Sơn thăm Vân Nam năm 2022?"],
    ["Còn đoàn Cao Bằng năm 2021?", LED, "Ai dẫn đầu đoàn Cao Bằng thăm Quảng Tây năm 2021?"],
    ["thế Sùng Tả thì sao?", WHEN, "Lạng Sơn tiếp đoàn Sùng Tả ngày nào?"],
    ["năm 2023 thì sao?", WHEN, "Lạng Sơn tiếp đoàn Bằng Tường ngày nào năm 2023?"],
    ["còn bà Lê Thị Mận?", POSITION, "Bà Lê Thị Mận giữ chức vụ gì?"],
    ["con lao cai thi sao", UNMARKED, "Ai dan dau doan lao cai tham quang tay?"],
    ["What about Lao Cai?", ENGLISH, "Who received Ambassador Wang Li in Lao Cai?"],
    ["and in 2023?", ENGLISH, "Who received Ambassador Wang Li in Lang Son in 2023?"],
    ["And Chongzuo?", ENGLISH_WHEN, "When did Lang Son receive the Chongzuo delegation in 2024?"],
    [
      "what about 2023?",
      ENGLISH_WHEN,
      "When did Lang Son receive the Pingxiang delegation in 2023?",
    ],
    ["那老街呢？", CHINESE, "谁在老街会见了王丽大使？"],
    ["2023年呢？", CHINESE, "2023年谁在谅山会见了王丽大使？"],
  ])("%s", (text, previous, full) => {
    expect(completeQuestion(text, previous, /\p{L}/u.test(text) ? undefined : "vi")).toBe(full);
  });

  test("only where it is clear which one", () => {
    expect(completeQuestion("còn ông Trần Khải?", LED)).toBe("còn ông Trần Khải?");
    expect(completeQuestion("còn Lào Cai?", POSITION)).toBe("còn Lào Cai?");
    expect(completeQuestion("còn ở Lào Cai?", POSITION)).toBe(
      "Ông Ngô Khiêm giữ chức vụ gì ở Lào Cai?",
    );
  });
});

describe("bare question words ask on about what happened", () => {
  const visit = "Nguyễn Quốc Bình dẫn đầu đoàn Lạng Sơn thăm Quảng Tây năm 2022";
  test.each([
    ["ở đâu?", LED, `${visit} ở đâu?`],
    ["o dau", LED, `${visit} ở đâu?`],
    ["vì sao?", LED, `${visit} vì sao?`],
    ["Chuyến thăm đó kéo dài bao lâu?", LED, `${visit}, chuyến thăm đó kéo dài bao lâu?`],
    ["Đoàn này có bao nhiêu người?", LED, `${visit}, đoàn này có bao nhiêu người?`],
    ["Họ bàn những gì?", LED, `${visit}, họ bàn những gì?`],
    ["Hai bên ký bao nhiêu thỏa thuận?", LED, `${visit}, hai bên ký bao nhiêu thỏa thuận?`],
    ["Chuyến thăm diễn ra khi nào?", LED, `${visit}, chuyến thăm diễn ra khi nào?`],
    ["Ai chủ trì?", WHEN, "Lạng Sơn tiếp đoàn Bằng Tường, ai chủ trì?"],
    ["Mấy giờ?", WHEN, "Lạng Sơn tiếp đoàn Bằng Tường mấy giờ?"],
    ["Còn địa điểm?", WHEN, "Lạng Sơn tiếp đoàn Bằng Tường ở đâu?"],
    ["khi nào?", REFUSED, "Dẫn đầu đoàn Cao Bằng thăm Quảng Tây khi nào?"],
    ["why?", ENGLISH, "Hà Văn Lân received Ambassador Wang Li in Lang Son, why?"],
    ["When was it?", ENGLISH, "Hà Văn Lân received Ambassador Wang Li in Lang Son, when was it?"],
    ["为什么？", CHINESE, "Hà Văn Lân在谅山会见了王丽大使，为什么？"],
    ["那次访问是什么时候？", CHINESE, "Hà Văn Lân在谅山会见了王丽大使，那次访问是什么时候？"],
  ])("%s", (text, previous, full) => {
    expect(completeQuestion(text, previous)).toBe(full);
  });

  test("in the language of the last question only", () => {
    expect(completeQuestion("why?", LED)).toBe("why?");
    expect(completeQuestion("ở đâu?", ENGLISH)).toBe("ở đâu?");
  });
});

describe("a question that stands by itself is no follow-up", () => {
  test.each([
    "Ai đã tiếp Đại sứ Vương Lệ tại Lạng Sơn?",
    "ai tiep doan bang tuong",
    "Còn ông Hà Văn Lân giữ chức gì?",
    "Thế ông Trần Khải thăm Lạng Sơn khi nào?",
    "Vậy ai tiếp đoàn Lào Cai?",
    "Ông Trần Khải nói ông ấy sẽ thăm nước nào?",
    "Rời Hà Nội, bà Mận tới tỉnh nào và nơi đó có gì?",
    "Thế giới có bao nhiêu nước?",
    "Thế nào là ngoại giao?",
    "Con đường nào nối hai nước?",
    "Lạm phát bao nhiêu?",
    "Giá vàng hôm nay bao nhiêu?",
    "Hôm nay thời tiết thế nào?",
    "Đoàn Trung Quốc do ai dẫn đầu?",
    "Có bao nhiêu chuyến thăm trong năm 2023?",
    "Có bao nhiêu chuyến thăm?",
    "Còn phía Trung Quốc?",
    "Bạn là ai?",
    "mấy giờ rồi?",
    "Lào Cai?",
    "gì?",
    "cảm ơn",
    "ok",
    "",
    "?",
    "And who received the Lao Cai delegation?",
    "Why did Xi thank Vietnam?",
    "What time is it?",
    "Who are you?",
    "When he visited Hanoi, what did Wang Li say?",
    "其他人是谁？",
    "你是谁？",
    "王丽大使访问谅山时他见了谁？",
  ])("%s", (text) => {
    expect(asked(text)).toBe(false);
    expect(completeQuestion(text, LED)).toBe(text);
  });

  test("whatever people write, the completion is a text and a full question stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        for (const previous of [LED, ENGLISH, CHINESE]) {
          const full = completeQuestion(text, previous);
          if (!asked(text)) expect(full).toBe(text);
          else expect(full.length).toBeLessThanOrEqual(Math.max(300, text.length));
        }
      }),
    );
  });

  test("a question does not grow without end", () => {
    let previous = LED;
    for (let i = 0; i < 20; i++) {
      const question = completeQuestion("Ai tham dự?", previous);
      previous = exchange(question, "Ông Trần Khải tham dự.", {
        text: "Trần Khải",
        type: "person",
      });
      expect(question.length).toBeLessThanOrEqual(300);
    }
  });
});
