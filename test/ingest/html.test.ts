import { describe, expect, it } from "vitest";
import { ingestFile } from "../../src/ingest/ingest-file.ts";
import { blocksOf, expectWellFormed, fixture, ingest } from "./helpers.ts";

const encode = (text: string) => new TextEncoder().encode(text);

describe("a saved newspaper page", () => {
  const [article, ...briefs] = fixture("newspaper.html");

  it("takes the metadata from the markup, the day in Vietnam's time", () => {
    expect(article).toMatchObject({
      title: "Điện Biên và Phông Xa Lỳ ký kế hoạch hợp tác",
      url: "https://baodienbienphu.vn/doi-ngoai/ky-ke-hoach-hop-tac-221.html",
      source: "Báo Điện Biên Phủ",
      author: "Lò Minh Khánh",
      published: "2024-07-19",
    });
    expect(article!.event?.date).toEqual({ year: null, month: 7, day: 18 });
  });

  it("keeps the summary above the report, captions and byline, and nothing hidden or around", () => {
    expectWellFormed(article!);
    expect(blocksOf(article!, "lead")[0]).toMatch(/^Sáng 18\/7, tại thành phố Điện Biên Phủ/u);
    expect(blocksOf(article!, "paragraph")).toHaveLength(4);
    expect(blocksOf(article!, "caption")).toEqual([
      "Lãnh đạo hai tỉnh ký kế hoạch hợp tác. Ảnh: Minh Khánh",
    ]);
    expect(blocksOf(article!, "byline")).toEqual(["Lò Minh Khánh"]);
    expect(article!.text).not.toMatch(/Đoạn ẩn|Giấy phép|Trang chủ|Mường Mày|color:red/u);
  });

  it("makes a brief of the related news with a summary", () => {
    expect(briefs.map(({ title }) => title)).toEqual([
      "Đoàn thanh niên hai tỉnh giao lưu tại Mường Mày",
    ]);
    expect(briefs[0]!.url).toBe(article!.url);
  });
});

describe("a saved page of an old portal", () => {
  const [article] = fixture("old-portal.html");

  it("finds title, date and writer in the text", () => {
    expect(article).toMatchObject({
      title: "Lãnh đạo tỉnh Lai Châu tiếp Đoàn công tác huyện Kim Bình, tỉnh Vân Nam",
      source: "Cổng thông tin điện tử tỉnh Lai Châu",
      published: "2024-11-04",
      author: "Mai Lan",
    });
    expect(article!.event?.date).toEqual({ year: 2024, month: 11, day: 1 });
  });

  it("parts lines at breaks and finds the caption behind the picture", () => {
    expect(blocksOf(article!, "caption")).toContain("Quang cảnh buổi tiếp");
    expect(
      blocksOf(article!, "paragraph").some((text) => text.startsWith("Ông Bạch Vĩnh Cường")),
    ).toBe(true);
  });
});

describe("odd HTML", () => {
  it("reads a fragment without html and body", () => {
    const [article] = ingest(
      "a.htm",
      "<h1>Lãnh đạo tỉnh tiếp đoàn khách quý</h1><p>Sáng 1/1, lãnh đạo tỉnh tiếp đoàn công tác của tỉnh bạn.</p>",
    );
    expect(article).toMatchObject({ title: "Lãnh đạo tỉnh tiếp đoàn khách quý" });
    expect(article!.text).toBe("Sáng 1/1, lãnh đạo tỉnh tiếp đoàn công tác của tỉnh bạn.");
  });

  it.each([
    ["nested elements", `${"<div>".repeat(20_000)}x`],
    ["too many elements", "<b>a</b>".repeat(40_000)],
    ["stray brackets", "> ".repeat(300_000)],
  ])("refuses %s with a reason", (_, html) => {
    expect(ingestFile("a.html", encode(html))).toMatchObject({ ok: false, code: "bad-html" });
  });

  it("finds no article in a page of scripts", () => {
    const html = "<html><body><script>var a = 'Sáng 1/1, lãnh đạo tỉnh.';</script></body></html>";
    expect(ingestFile("a.html", encode(html))).toMatchObject({ ok: false, code: "no-text" });
  });

  it("does not trip over broken metadata", () => {
    const html = `<html><head><script type="application/ld+json">{broken</script><link rel="canonical" href="javascript:x"></head>
      <body><h1>Lãnh đạo tỉnh tiếp đoàn khách quý</h1><p>Sáng 1/1, lãnh đạo tỉnh tiếp đoàn công tác của tỉnh bạn.</p></body></html>`;
    expect(ingest("a.html", html)[0]).toMatchObject({ url: null, published: null });
  });
});
