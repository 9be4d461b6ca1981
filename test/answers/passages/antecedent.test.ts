import { describe, expect, it } from "vitest";
import { nameInsertions } from "../../../src/answers/passages/antecedent.ts";
import { contextOf } from "../../../src/answers/passages/compose.ts";
import { reportSentences } from "../../../src/answers/search/article-sentences.ts";
import { ingestFile } from "../../../src/articles/parse/parse-document.ts";
import type { Article } from "../../../src/model/article.ts";
import { markdown } from "../../index/fixture.ts";

function article(...paragraphs: string[]): Article {
  const text = markdown("Bản tin", paragraphs.join("\n\n"), "2025-01-22");
  const result = ingestFile("a.md", new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.reason);
  return result.articles[0]!;
}

/** What is added to the last sentence of a report. */
function added(...paragraphs: string[]): string[] {
  const read = article(...paragraphs);
  const last = reportSentences(read).at(-1)!;
  return nameInsertions(last, read).map(
    ({ at, text }) => `${last.text.slice(Math.max(0, at - 6), at)} [${text}]`,
  );
}

describe("naming whom a word means", () => {
  it("names the subject of the sentence before", () => {
    expect(added("Đồng chí Lê Văn Bình cảm ơn đoàn. Ông mong hợp tác thêm.")).toEqual([
      "Ông [Lê Văn Bình]",
    ]);
  });

  it("follows a chain of pronouns into the paragraph before", () => {
    expect(
      added(
        "Ông Ngô Nham giới thiệu thành phố.",
        "Sau đó, ông đề nghị hợp tác. Theo ông, biên giới yên ổn.",
      ),
    ).toEqual(["eo ông [Ngô Nham]"]);
    expect(added("Ông Ngô Nham giới thiệu thành phố. Theo ông, biên giới yên ổn.")).toEqual([
      "eo ông [Ngô Nham]",
    ]);
  });

  it("names nobody where two can be meant, or the sentence tells itself", () => {
    expect(added("Ông Lê Văn Bình tiếp ông Ngô Nham. Ông cảm ơn.")).toEqual([]);
    expect(added("Bà Trần Thị Lan phát biểu. Ông cảm ơn.")).toEqual([]);
    expect(added("Ông Ngô Nham đến. Ông Lê Văn Bình nói ông rất vui.")).toEqual([]);
  });

  it("names the only holder of a position", () => {
    const visit = "Ông Hùng Ba, Đại sứ Trung Quốc tại Việt Nam, thăm Lạng Sơn.";
    expect(added(visit, "Đại sứ mong hợp tác thêm.")).toEqual(["Đại sứ [Hùng Ba]"]);
    expect(
      added(visit, "Cùng dự có ông Ted Osius, Đại sứ Mỹ tại Việt Nam.", "Đại sứ mong hợp tác."),
    ).toEqual([]);
  });

  it("gives the full name behind a part of it", () => {
    expect(added("Ông Lê Văn Bình tiếp đoàn.", "Chiều nay, ông Bình lên đường.")).toEqual([
      "g Bình [Lê Văn Bình]",
    ]);
  });
});

describe("the sentence of the event", () => {
  const lead = "Ngày 21/1, Lạng Sơn tiếp xã giao đoàn thị Bằng Tường.";
  const context = (...paragraphs: string[]) => {
    const read = article(...paragraphs);
    const range = contextOf(reportSentences(read).at(-1)!, read);
    return range && read.text.slice(range.start, range.end);
  };

  it("stands behind words that refer to the event", () => {
    expect(context(lead, "Hai bên bàn việc thông quan.")).toBe(lead);
    expect(context(lead, "Tại buổi tiếp, hai bên bàn việc thông quan.")).toBe(lead);
  });

  it("is none where the lead tells of something else, or nothing refers to it", () => {
    expect(context(lead, "Tại buổi hội đàm, hai bên bàn việc thông quan.")).toBeNull();
    expect(context(lead, "Lạng Sơn có nhiều cửa khẩu.")).toBeNull();
  });
});
