import { describe, expect, it } from "vitest";
import {
  contradictsTime,
  timesAsked,
  timesOf,
} from "../../../src/answers/passages/premise-dates.ts";
import type { Article } from "../../../src/model/article.ts";

const article = (text: string, published: string | null) =>
  timesOf({ title: "Đoàn Hà Khẩu thăm Lào Cai", text, published, event: null } as Article);
const denies = (question: string, text: string, published: string | null) =>
  timesAsked(question).some((time) => contradictsTime(time, article(text, published)));

describe("a time that a question names", () => {
  const TOLD = "Ngày 21/3, ông Lân tiếp đoàn.";

  it.each([
    ["Ngày 21/3/2024 ai tiếp đoàn?", false],
    ["Ngày 21/3 ai tiếp đoàn?", false],
    ["Tháng 3/2024 ai tiếp đoàn?", false],
    ["Quý I/2024 ai tiếp đoàn?", false],
    ["Ngày 20/3/2024 ai tiếp đoàn?", true],
    ["Tháng 4/2024 ai tiếp đoàn?", true],
    ["Quý 2 năm 2024 ai tiếp đoàn?", true],
    ["Ngày 21/3/2023 ai tiếp đoàn?", true],
  ])("%s", (question, denied) => expect(denies(question, TOLD, "2024-03-22")).toBe(denied));

  it("is of the year that a review's title covers, printed in the January behind it", () => {
    const review = timesOf({
      title: "Hải quan nhìn lại hoạt động đối ngoại năm 2021",
      text: "Ngày 8/7, tại cửa khẩu, ông Lân hội đàm với bạn.",
      published: "2022-01-05",
      event: null,
    } as Article);
    const [asked] = timesAsked("Tháng 7/2021 ai hội đàm?");
    expect(contradictsTime(asked!, review)).toBe(false);
    expect(contradictsTime(timesAsked("Tháng 7/2022 ai hội đàm?")[0]!, review)).toBe(true);
  });

  it("is denied by no article that tells no time", () => {
    expect(denies("Tháng 4/2024 ai tiếp đoàn?", "Ông Lân tiếp đoàn.", null)).toBe(false);
  });

  it("may be the day on which a report without days appeared, or a little before", () => {
    expect(denies("Ngày 20/3/2024 ai tiếp đoàn?", "Hôm qua ông Lân tiếp đoàn.", "2024-03-21")).toBe(
      false,
    );
    expect(denies("Ngày 2/3/2024 ai tiếp đoàn?", "Ông Lân tiếp đoàn.", "2024-03-21")).toBe(true);
  });

  it("meets a span of days", () => {
    expect(denies("Ngày 12/6/2024 đoàn ở đâu?", "Đoàn đi từ ngày 11/6 đến 16/6/2024.", null)).toBe(
      false,
    );
    expect(denies("Ngày 17/6/2024 đoàn ở đâu?", "Đoàn đi từ ngày 11/6 đến 16/6/2024.", null)).toBe(
      true,
    );
  });
});
