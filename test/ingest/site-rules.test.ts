import { describe, expect, test } from "vitest";
import { SITE_RULES, siteRule } from "../../src/ingest/site-rules.ts";
import { blocksOf, ingest } from "./helpers.ts";

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
