import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../../../src/answers/answerer.ts";
import { readQuestion } from "../../../../src/answers/question/read.ts";
import { ArticleWords } from "../../../../src/answers/search/article-words.ts";
import { agreementOf } from "../../../../src/answers/visits/asked/agreement.ts";
import { readDemands } from "../../../../src/answers/visits/asked/demands.ts";
import { contentUnits } from "../../../../src/answers/visits/minutes/content-units.ts";
import { fold } from "../../../../src/language/text/fold.ts";
import { terms } from "../../../../src/language/text/terms.ts";
import type { Answer } from "../../../../src/model/answer.ts";
import type { Article } from "../../../../src/model/article.ts";
import { markdown, workspace } from "../../../index/fixture.ts";
import { indexedAnswerer } from "../../../running-answerer.ts";

const TALKS = `Sáng 4/5/2024, ông Lò Văn Chính, Phó Chủ tịch UBND tỉnh Hà Giang, hội đàm với đoàn huyện Kim Bình do bà Vương Tú Anh, Phó Huyện trưởng, dẫn đầu.

Cùng dự có ông Giàng A Sử, Giám đốc Sở Công Thương.

Ông Lò Văn Chính đề nghị phía Kim Bình:

- Mở lại chợ phiên Nậm Ngặt vào thứ bảy.

- Nâng cấp đường vào lối mở Cốc Pàng.

Bà Vương Tú Anh mong hai bên trao đổi thêm về giống chè.

Hai bên thống nhất lập đường dây nóng.`;

const space = workspace();
let answerer: Answerer;
let article: Article;

beforeAll(async () => {
  space.write("hoi-dam.md", markdown("Hà Giang hội đàm với huyện Kim Bình", TALKS));
  space.write(
    "tham-mong-tu.md",
    markdown(
      "Đoàn Hà Giang thăm thành phố Mông Tự",
      "Ngày 9/8/2023, đoàn tỉnh Hà Giang do ông Lò Văn Chính, Phó Chủ tịch UBND tỉnh, dẫn đầu đã thăm và làm việc với ông Lý Kiến Quân, Thị trưởng thành phố Mông Tự.",
    ),
  );
  const opened = await indexedAnswerer(space);
  answerer = opened.answerer;
  article = opened.reader.article("hoi-dam")!;
});

/** An answer without what was added to it. */
function verbatim({ answer, added = [] }: Answer): string {
  return [...added]
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), answer);
}

describe("the units of an article", () => {
  it("give the items of a list the act and the speaker of the sentence above", () => {
    const item = contentUnits(article, []).find(({ text }) => text.includes("Nậm Ngặt"))!;
    expect(item.acts.has("asked")).toBe(true);
    expect(item.speaker).toEqual(expect.arrayContaining(["lo", "van", "chinh"]));
    expect(item.lead).not.toBeNull();
  });

  it("give a sentence that begins with a title and a name to that person alone", () => {
    const own = contentUnits(article, []).find(({ text }) => text.startsWith("Bà Vương Tú Anh"))!;
    expect(own.speaker).toEqual(expect.arrayContaining(["vuong", "tu", "anh"]));
    expect(own.speaker).not.toContain("chinh");
  });

  it("give what is counted up behind a speaker to that speaker, whatever each item names", () => {
    const text =
      "Ông Lò Văn Chính đề nghị phía bạn. Hai là, sửa đường vào bản, kiến nghị đã nêu từ năm ngoái.";
    const block = { kind: "paragraph", start: 0, end: text.length } as const;
    const second = contentUnits({ ...article, text, blocks: [block] }, []).at(-1)!;
    expect([...second.acts]).toContain("asked");
    expect(second.speaker).toEqual(expect.arrayContaining(["lo", "van", "chinh"]));
  });

  it("tell who met whom and who took part from what was talked about", () => {
    const about = contentUnits(article, []).map((unit) => unit.about);
    expect(about.slice(0, 2)).toEqual(["meeting", "participants"]);
    expect(about.at(-1)).toBe("matter");
  });
});

describe("who is named in a question", () => {
  it("is no office in small letters", () => {
    const { names } = readDemands(readQuestion("Bà phó thị trưởng Mông Tự kiến nghị gì?"));
    expect(names.filter(({ kind }) => kind === "person")).toEqual([]);
  });
});

describe("a question for what was asked for at a meeting", () => {
  it.each([
    "Ông Lò Văn Chính đề nghị huyện Kim Bình những gì?",
    "ong lo van chinh de nghi huyen kim binh nhung gi",
  ])("%s is answered by the points, each verbatim with its citation", async (question) => {
    const answer = await answerer.ask(question);
    expect(answer.answered).toBe(true);
    expect(answer.answer).toContain("chợ phiên Nậm Ngặt");
    expect(answer.answer).toContain("lối mở Cốc Pàng");
    for (const line of verbatim(answer).split("\n").filter(Boolean)) {
      const [, said, n] = /^(.*) \[(\d+)\]$/u.exec(line)!;
      expect(answer.citations[Number(n) - 1]!.quote).toContain(said!);
    }
  });

  it("is answered by the words of the side that is asked, not by those put to it", async () => {
    const answer = await answerer.ask("Phía Kim Bình mong muốn gì?");
    expect(answer.answer).toContain("giống chè");
    expect(answer.answer).not.toContain("chợ phiên");
  });

  it("asks the second half of a sentence about the same meeting", async () => {
    const answer = await answerer.ask(
      "Ai dẫn đầu đoàn huyện Kim Bình sang Hà Giang, hai bên thống nhất những gì?",
    );
    expect(answer.answer).toContain("Vương Tú Anh");
    expect(answer.citations.every(({ articleId }) => articleId === "hoi-dam")).toBe(true);
  });

  it("is not answered by somebody else's gift", async () => {
    const answer = await answerer.ask("Hà Giang tặng huyện Kim Bình món quà gì?");
    expect(answer.answered).toBe(false);
  });
});

describe("the direct line", () => {
  it.each([
    "Ai dẫn đầu đoàn huyện Kim Bình?",
    "Hà Giang hội đàm với huyện Kim Bình ngày nào?",
    "Hà Giang và Kim Bình thống nhất những gì?",
    "Who led the delegation of Kim Bình district?",
  ])("of %s holds no name or number that a cited quote lacks", async (question) => {
    const { direct, answer, citations } = await answerer.ask(question);
    if (direct === undefined) return;
    expect(direct.length).toBeLessThanOrEqual(160);
    expect(answer.startsWith(direct)).toBe(true);
    const quotes = fold(citations.map(({ quote }) => quote).join(" "));
    for (const [word] of direct.matchAll(/\p{Lu}[\p{L}\p{M}]+|\d+/gu))
      expect(quotes).toContain(fold(word));
  });

  it("gives a person with the office that the sentence gives", async () => {
    const { direct } = await answerer.ask("Phó Huyện trưởng Kim Bình là ai?");
    expect(direct ?? "").toMatch(/^Vương Tú Anh/u);
  });
});

describe("how an article meets what binds", () => {
  const agreement = (question: string, text: string) => {
    const words = new ArticleWords([
      terms(text)
        .map(({ folded }) => folded)
        .join(" "),
    ]);
    return agreementOf(readDemands(readQuestion(question)), { ...article, text }, words);
  };

  it("another month contradicts, the same one does not", () => {
    expect(agreement("Tháng 6/2024 Hà Giang bàn gì?", article.text).binds).toBe(false);
    expect(agreement("Tháng 5/2024 Hà Giang bàn gì?", article.text)).toMatchObject({
      binds: true,
      time: 1,
    });
    expect(agreement("Quý II/2024 Hà Giang bàn gì?", article.text).time).toBe(1);
  });

  it("the envoy of one country is not that of another", () => {
    const text = "Đại sứ Trung Quốc tại Việt Nam Hùng Ba tới thăm tỉnh.";
    expect(agreement("Đại sứ Trung Quốc đề nghị gì?", text).binds).toBe(true);
    expect(agreement("Đại sứ Việt Nam tại Trung Quốc đề nghị gì?", text).binds).toBe(false);
    expect(agreement("Đại sứ Nhật Bản đề nghị gì?", text).binds).toBe(false);
  });
});

describe("a question over several meetings", () => {
  it("is answered with one line a meeting, the number first", async () => {
    const answer = await answerer.ask("Ông Lò Văn Chính từng gặp lãnh đạo những địa phương nào?");
    expect(answer.register?.total).toBe(2);
    expect(answer.answer).toMatch(/^2 lần/u);
    expect(answer.answer).toContain("Vương Tú Anh");
    expect(answer.answer).toContain("Mông Tự");
  });
});
