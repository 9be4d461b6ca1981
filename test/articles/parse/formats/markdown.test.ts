import { describe, expect, it } from "vitest";
import { ingestFile } from "../../../../src/articles/parse/parse-document.ts";
import { blocksOf, expectWellFormed, fixture, ingest } from "../helpers.ts";

describe("Markdown with front matter", () => {
  const [article] = fixture("with-front-matter.md");

  it("takes the metadata as given", () => {
    expect(article).toMatchObject({
      id: "with-front-matter",
      title: "Lào Cai: Khảo sát tuyến đường sắt qua biên giới",
      url: "https://example.vn/tin/khao-sat?id=7",
      source: "Báo Lào Cai",
      published: "2024-03-02",
      author: "Tô Dung",
    });
    expect(article!.event?.date).toEqual({ year: 2024, month: 3, day: 1 });
  });

  it("takes the markup off and keeps every word", () => {
    expectWellFormed(article!);
    expect(blocksOf(article!, "heading")).toEqual(["Khảo sát thực địa"]);
    expect(blocksOf(article!, "lead")).toEqual([
      "Ngày 1/3, đoàn chuyên gia của Tập đoàn Đường sắt khảo sát ga Lào Cai cùng Sở Giao thông.",
    ]);
    expect(blocksOf(article!, "paragraph")).toEqual([
      "Khổ đường: 1.435 mm",
      "Chiều dài: 5,9 km",
      'Ông Lê Minh nói: "Việc này cần làm sớm. Chúng tôi đã sẵn sàng."',
      "Hạng mục: Cầu; Số lượng: 2",
    ]);
    expect(blocksOf(article!, "caption")).toEqual([
      "Đoàn chuyên gia tại ga Lào Cai",
      "Đoàn chuyên gia nghe báo cáo tại ga",
    ]);
  });

  it("sets the writer down as a byline, so that it can be quoted", () => {
    expect(blocksOf(article!, "byline")).toEqual(["Tô Dung"]);
  });

  it("drops addresses and dates that are none", () => {
    const [odd] = ingest(
      "a.md",
      "---\nurl: javascript:alert(1)\npublished: 31/02/2024\ntitle: Bài\n---\nNội dung.\n",
    );
    expect(odd).toMatchObject({ url: null, published: null, title: "Bài", text: "Nội dung." });
    // A name and a password are nobody's source, and no button holds an endless address.
    const [known] = ingest(
      "a.md",
      "---\nurl: https://ten:mat-khau@example.org/tin\n---\nNội dung.\n",
    );
    expect(known!.url).toBe("https://example.org/tin");
    const [long] = ingest(
      "a.md",
      `---\nurl: https://example.org/${"a".repeat(3000)}\n---\nNội dung.\n`,
    );
    expect(long!.url).toBeNull();
  });

  it("names the portal of the address as source", () => {
    const [known] = ingest(
      "a.md",
      "---\ntitle: Bài\nurl: https://www.baolangson.vn/a\n---\nNội dung.\n",
    );
    const [other] = ingest(
      "a.md",
      "---\ntitle: Bài\nurl: https://tin.example.org/a\n---\nNội dung.\n",
    );
    expect([known!.source, other!.source]).toEqual(["Báo Lạng Sơn", "tin.example.org"]);
  });

  it.each([
    "---\ntitle: a: b\n---\nX.\n",
    "---\n- a\n---\nX.\n",
    "---\ntitle: [a\n---\nX.\n",
    "---\na: *b\n---\nX.\n",
  ])("says that front matter is broken: %j", (text) => {
    const result = ingestFile("a.md", new TextEncoder().encode(text));
    expect(result).toMatchObject({ ok: false, code: "bad-front-matter" });
  });
});

describe("Markdown without front matter", () => {
  it("takes the first heading as title", () => {
    const [article] = ingest(
      "tin/b.markdown",
      "# Đoàn *công tác* thăm tỉnh #\n\nNgày 3/4, đoàn\nđến thăm.\n\nHai bên vui mừng.",
    );
    expect(article).toMatchObject({
      id: "tin/b",
      title: "Đoàn công tác thăm tỉnh",
      text: "Ngày 3/4, đoàn đến thăm.\n\nHai bên vui mừng.",
    });
  });

  it("keeps numbers, underscores and stars that are no markup", () => {
    const [article] = ingest("a.md", "# T\n\n2 * 3 * 4 và tep_ten_dai, \\*sao\\*, 5 &lt; 6.\n");
    expect(article!.text).toBe("2 * 3 * 4 và tep_ten_dai, *sao*, 5 < 6.");
  });

  it("parts a tail of related news", () => {
    const articles = ingest(
      "a.md",
      "# Tiếp đoàn\n\nNgày 3/4, lãnh đạo tỉnh tiếp đoàn công tác của tỉnh bạn.\n\n## Tin liên quan\n\n### Khai mạc hội chợ biên giới\n\nSáng 2/4, hội chợ biên giới với 120 gian hàng đã khai mạc tại cửa khẩu chính.\n",
    );
    expect(articles.map(({ id, title }) => `${id} ${title}`)).toEqual([
      "a Tiếp đoàn",
      "a#2 Khai mạc hội chợ biên giới",
    ]);
  });

  it("reads a page pasted into a Markdown file like a pasted page", () => {
    const [article] = ingest(
      "a.md",
      "Lãnh đạo tỉnh tiếp đoàn công tác\n\n12 lượt xem\n\nSáng 1/1, lãnh đạo tỉnh tiếp đoàn công tác của tỉnh bạn sang thăm.\n\nTheo vov.vn\n",
    );
    expect(article).toMatchObject({ title: "Lãnh đạo tỉnh tiếp đoàn công tác", source: "VOV" });
    expect(article!.blocks).toHaveLength(1);
  });
});

describe("The line under a Markdown title", () => {
  const page = (line: string, more = "") =>
    ingest(
      "tin.md",
      `# Huyện Bát Xát đón đoàn huyện Kim Bình\n\n${line}\n\nSáng 12/3, Huyện ủy Bát Xát đón đoàn công tác huyện Kim Bình sang làm việc.\n${more}`,
    )[0]!;

  it.each([
    ["Thứ ba, 12/03/2024 - 16:20"],
    ["12/03/2024"],
    ["Đăng ngày: 12/3/2024 | 320 lượt xem"],
    ["Kinh tế cửa khẩu | 12/03/2024 16:05"],
    ["Thời sự — Đối ngoại — 12/03/2024 — A- A+"],
  ])("%j is the day of publication, not a sentence", (line) => {
    const article = page(line);
    expect(article.published).toBe("2024-03-12");
    expect(article.text).not.toContain(line);
  });

  it("is the first of several headings of days where more of them follow", () => {
    const article = page("Ngày 12/3/2024", "\nNgày 13/3/2024\n\nĐoàn khảo sát cửa khẩu Y Tý.\n");
    expect(article.published).toBeNull();
    expect(article.text).toContain("Ngày 13/3/2024: Đoàn khảo sát cửa khẩu Y Tý.");
  });

  it("gives way to front matter", () => {
    const text =
      "---\npublished: 2024-03-15\n---\n# Đón đoàn\n\n12/03/2024\n\nHuyện đón đoàn khách.";
    expect(ingest("tin.md", text)[0]!.published).toBe("2024-03-15");
  });
});
