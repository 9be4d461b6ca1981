import { describe, expect, it, test } from "vitest";
import { SITE_RULES, siteRule } from "../../../../src/articles/parse/formats/html.ts";
import { ingestFile } from "../../../../src/articles/parse/parse-document.ts";
import { blocksOf, expectWellFormed, fixture, ingest } from "../helpers.ts";

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

const LEAD =
  "Sáng 12/3, tại Lạng Sơn, lãnh đạo tỉnh tiếp đoàn công tác thành phố Sùng Tả đến thăm và làm việc";
const REPORT = [
  "Tại buổi tiếp, hai bên trao đổi về việc mở thêm làn thông quan tại cửa khẩu Chi Ma trong năm nay.",
  "Trưởng đoàn Sùng Tả đề nghị hai bên duy trì gặp gỡ hằng quý và sớm tổ chức hội chợ biên giới.",
];
const OTHER =
  "Một bài khác không liên quan gì tới buổi tiếp này, do toà soạn chèn vào giữa bài viết.";

/** The first class or attribute of a rule's selector as a tag's attributes. */
const attributes = (selector: string): string => {
  const first = selector.split(",")[0]!.trim().split(" ").at(-1)!;
  const className = /\.([\w-]+)/u.exec(first)?.[1];
  const attribute = /\[([\w-]+)\*?='([^']*)'\]/u.exec(first);
  return className ? `class="${className}"` : attribute ? `${attribute[1]}="${attribute[2]}"` : "";
};
const tag = (selector: string, fallback: string) =>
  /^[a-z]+/u.exec(selector.split(",")[0]!.trim().split(" ").at(-1)!)?.[0] ?? fallback;

describe.each(SITE_RULES.map((rule) => [rule.hosts[0]!, rule] as const))(
  "a page of %s",
  (host, rule) => {
    const element = (selector: string, fallback: string, content: string) =>
      `<${tag(selector, fallback)} ${attributes(selector)}>${content}</${tag(selector, fallback)}>`;
    const html = `<html><head><link rel="canonical" href="https://${host}/tin-1.html"></head><body>
    <nav>Trang chủ</nav><h1>Lãnh đạo tỉnh Lạng Sơn tiếp đoàn thành phố Sùng Tả</h1>
    <div class="header-content">${element(rule.date, "div", "13/03/2024 10:53")}</div>${element(rule.lead, "h2", LEAD)}
    ${element(rule.body, "div", `<p>${REPORT[0]}</p>${element(rule.drop, "div", `<p>${OTHER}</p>`)}<p>${REPORT[1]}</p>`)}
    <div class="x"><p>${OTHER} ${OTHER}</p><p>${OTHER}</p></div></body></html>`;
    const article = ingest("a.html", html)[0]!;

    test("gives title, date, lead and report, and no box of other articles", () => {
      expect(article).toMatchObject({
        title: "Lãnh đạo tỉnh Lạng Sơn tiếp đoàn thành phố Sùng Tả",
        published: "2024-03-13",
        text: [LEAD, ...REPORT].join("\n\n"),
      });
      expect(blocksOf(article, "lead")).toEqual([LEAD]);
    });

    test("that was made anew is read like any other page", () => {
      const [page] = html.split('<div class="x">');
      const changed = `${page!.replaceAll('class="', 'class="new-')}</body></html>`;
      expect(ingest("a.html", changed)[0]!.text).toContain(REPORT[0]);
    });
  },
);

test("a rule serves subdomains, and no host that only looks alike", () => {
  expect(siteRule("https://thegioi.vnexpress.net/a")).not.toBeNull();
  expect(siteRule("https://notvnexpress.net/a")).toBeNull();
  expect(siteRule("https://vnexpress.net.example.com/a")).toBeNull();
  expect(siteRule(null)).toBeNull();
});

test("every host has one rule", () => {
  const hosts = SITE_RULES.flatMap((rule) => rule.hosts);
  expect(new Set(hosts).size).toBe(hosts.length);
});
