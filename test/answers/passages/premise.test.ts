import { describe, expect, it } from "vitest";
import {
  contradictsYear,
  denied,
  isOfAnotherYear,
  premisesOf,
  tellsYears,
  yearsAsked,
} from "../../../src/answers/passages/premise.ts";
import {
  namesPlace,
  placesAsked,
  WrittenText,
} from "../../../src/answers/passages/premise-places.ts";
import { readQuestion } from "../../../src/answers/question/read.ts";
import { ArticleWords } from "../../../src/answers/search/article-words.ts";
import { terms } from "../../../src/language/text/terms.ts";
import type { Article } from "../../../src/model/article.ts";

const ARTICLE = {
  title: "Đoàn Hà Giang thăm Vân Nam",
  text: "Ngày 3/5, đoàn đến Văn Sơn.",
  published: "2024-05-04",
  event: null,
};

describe("the year of a question", () => {
  it("is read wherever it stands", () => {
    expect(yearsAsked(readQuestion("Năm 2023 đoàn Hà Giang thăm ai?"))).toEqual(["2023"]);
    expect(yearsAsked(readQuestion("Đoàn Hà Giang thăm ai?"))).toEqual([]);
  });

  it("contradicts an article that appeared in another year and does not name it", () => {
    expect(contradictsYear(["2023"], ARTICLE)).toBe(true);
    expect(contradictsYear(["2024"], ARTICLE)).toBe(false);
    expect(contradictsYear([], ARTICLE)).toBe(false);
  });

  it("is another one for a sentence of an article of another year that does not name it", () => {
    const told = (sentence: string) => isOfAnotherYear(["2023"], sentence, ARTICLE as Article);
    expect(told("Ngày 3/5, đoàn đến Văn Sơn.")).toBe(true);
    expect(told("Văn bản giai đoạn 2023 - 2025 được ký.")).toBe(true);
    expect(told("Năm 2023, hai bên đã gặp nhau.")).toBe(false);
  });

  it("is told by a sentence that names it, and by none where no year is asked", () => {
    const asked = readQuestion("Tới năm 2030 hai bên muốn buôn bán bao nhiêu tiền?");
    expect(tellsYears(asked, terms("Hai bên phấn đấu đạt 5 tỷ USD vào năm 2030."))).toBe(true);
    expect(tellsYears(asked, terms("Hai bên đạt 5 tỷ USD."))).toBe(false);
    expect(tellsYears(readQuestion("Ai tiếp đoàn?"), terms("Năm 2030"))).toBe(false);
  });

  it("is not that of a later publication of an old report", () => {
    const event = { date: { year: 2011, month: 5, day: 3 }, start: 0, end: 1 };
    expect(contradictsYear(["2024"], { ...ARTICLE, event })).toBe(true);
  });

  it("contradicts no article that names the year or has no year of its own", () => {
    expect(contradictsYear(["2023"], { ...ARTICLE, text: "So với năm 2023, đoàn đông hơn." })).toBe(
      false,
    );
    expect(contradictsYear(["2023"], { ...ARTICLE, published: null })).toBe(false);
  });
});

describe("the places of a question", () => {
  const words = new ArticleWords(["my", "lang son tiep khach", "lang son"]);

  it("are well-known names with their capitals, or two words and more without marks", () => {
    expect(placesAsked(readQuestion("Đoàn Cao Bằng sang Lào ngày nào?"))).toEqual([
      "cao bang",
      "lao",
    ]);
    expect(placesAsked(readQuestion("doan cao bang sang lao ngay nao"))).toEqual(["cao bang"]);
    expect(placesAsked(readQuestion("Ai tiếp đoàn?"))).toEqual([]);
  });

  it.each([
    ["Bí thư Vi Đức Thắng sang Văn Sơn ngày nào?", ["van son"]],
    ["Ông Trần Anh Đức thăm Đức ngày nào?", ["duc"]],
    ["Hà Mỹ Anh đã thăm Lào Cai chưa?", ["lao cai"]],
  ])("are none within somebody's name: %s", (question, places) => {
    expect(placesAsked(readQuestion(question))).toEqual(places);
  });

  it("are held by an article under any of their names", () => {
    expect(namesPlace(words, "lang son")).toBe(true);
    expect(namesPlace(words, "hoa ky")).toBe(true);
    expect(namesPlace(words, "cao bang")).toBe(false);
  });

  it("stand with their capitals, and not within a longer name", () => {
    const text = "Đoàn Lào Cai đến. Lạng Sơn là nơi đón đoàn.";
    const read = new ArticleWords(["doan lao cai den lang son la noi don doan"]);
    const written = new WrittenText(text);
    expect(namesPlace(read, "lao cai", written)).toBe(true);
    expect(namesPlace(read, "lao", written)).toBe(false);
    expect(namesPlace(read, "son la", written)).toBe(false);
  });

  it("are capitals only where the capital itself is named", () => {
    const read = new ArticleWords(["doan trung quoc den"]);
    expect(namesPlace(read, "bac kinh")).toBe(false);
    expect(namesPlace(new ArticleWords(["doan bac kinh den"]), "trung quoc")).toBe(true);
  });

  it("without marks are those of two words, Sơn La among them", () => {
    expect(placesAsked(readQuestion("chu tich tinh son la la ai"))).toEqual(["son la"]);
  });
});

describe("a question without what the articles deny", () => {
  const today = { year: 2025, month: 1, day: 1 };
  it("keeps the rest", () => {
    const asked = readQuestion("Ai tiếp đoàn Hà Khẩu vào ngày 3/5/2024?");
    const told = denied(asked, premisesOf(asked, today), "times");
    expect(told?.question).toBe("Ai tiếp đoàn Hà Khẩu ?");
    const named = readQuestion("Ông Mai Văn Lân tiếp đoàn Hà Khẩu ngày nào?");
    expect(denied(named, premisesOf(named, today), "names")).toMatchObject({
      words: "Mai Văn Lân",
      question: "tiếp đoàn Hà Khẩu ngày nào?",
    });
    expect(denied(asked, premisesOf(asked, today), null)).toBeNull();
  });
});
