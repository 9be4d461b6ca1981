import { describe, expect, test } from "vitest";
import type { FeedKind } from "../../../src/articles/feeds/feed-store.ts";
import { parseFeeds } from "../../../src/articles/feeds/feeds-file.ts";
import { readItems } from "../../../src/articles/feeds/read-feed.ts";

const BASE = "https://tin.example.vn/rss";
const feed = (kind: FeedKind, pattern?: string) =>
  parseFeeds(
    `feeds:\n - url: ${BASE}\n   kind: ${kind}\n${pattern ? `   pattern: '${pattern}'` : ""}`,
    "f",
  )[0]!;

async function items(kind: FeedKind, text: string, pattern?: string) {
  const content = await readItems(feed(kind, pattern), text, BASE);
  if (content.kind !== "items") throw new Error(content.url);
  return content.items;
}

test("RSS, with markup and entities in its texts", async () => {
  const text = `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item>
    <title><![CDATA[Tiếp đoàn <b>Quảng Tây</b> &amp; Vân Nam]]></title><link>/tin/1.html#top</link>
    <description>&lt;img src="x"&gt;Sáng 1/1.</description><pubDate>Wed, 22 Jan 2025 10:00:00 +0700</pubDate>
    </item><item><title>Khác</title><link>https://quang-cao.example.com/</link></item></channel></rss>`;
  expect(await items("rss", text)).toEqual([
    {
      url: "https://tin.example.vn/tin/1.html",
      title: "Tiếp đoàn Quảng Tây & Vân Nam",
      summary: "Sáng 1/1.",
      published: "2025-01-22T03:00:00.000Z",
    },
  ]);
});

test.each([
  [
    "Atom",
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title type="html">Tiếp &lt;b&gt;đoàn&lt;/b&gt;</title><link rel="self" href="/x"/><link rel="alternate" href="/tin/1"/></entry></feed>`,
  ],
  [
    "RDF",
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>x</title></channel><item><title>Tiếp đoàn</title><link>/tin/1</link></item></rdf:RDF>`,
  ],
  [
    "JSON Feed",
    `{"version":"https://jsonfeed.org/version/1","title":"x","items":[{"id":"1","url":"/tin/1","title":"Tiếp đoàn"}]}`,
  ],
])("%s", async (_, text) => {
  expect(await items("rss", text)).toMatchObject([
    { url: "https://tin.example.vn/tin/1", title: "Tiếp đoàn" },
  ]);
});

test("a sitemap, of news too, and an index of sitemaps by its newest", async () => {
  const text = `<urlset><url><loc> https://tin.example.vn/a?x=1&amp;y=2 </loc><image:loc>https://tin.example.vn/p</image:loc>
    <lastmod>2025-01-22</lastmod></url><url><loc>https://tin.example.vn/b</loc><news:news>
    <news:publication_date>2025-01-23T00:00:00Z</news:publication_date><news:title>Tiếp đoàn</news:title></news:news></url></urlset>`;
  expect(await items("sitemap", text)).toEqual([
    {
      url: "https://tin.example.vn/a?x=1&y=2",
      title: null,
      summary: null,
      published: "2025-01-22T00:00:00.000Z",
    },
    {
      url: "https://tin.example.vn/b",
      title: "Tiếp đoàn",
      summary: null,
      published: "2025-01-23T00:00:00.000Z",
    },
  ]);
  const index = `<sitemapindex><sitemap><loc>/1.xml</loc><lastmod>2024-12-31</lastmod></sitemap>
    <sitemap><loc>/2.xml</loc><lastmod>2025-01-31</lastmod></sitemap></sitemapindex>`;
  expect(await readItems(feed("sitemap"), index, BASE)).toEqual({
    kind: "sitemap",
    url: "https://tin.example.vn/2.xml",
  });
});

test("a page of links: those of the pattern, each with its longest text", async () => {
  const text = `<a href="/"><img></a><a class=x href='/tin/1.html'><img src=y></a><A HREF="/tin/1.html#c">Tiếp <i>đoàn</i></A>
    <a title="Hội đàm" href=/tin/2.html><img></a><a href="javascript:x">x</a><a href="/video/3.html">Video</a>`;
  expect(await items("list", text, "/tin/.+\\.html$")).toMatchObject([
    { url: "https://tin.example.vn/tin/1.html", title: "Tiếp đoàn" },
    { url: "https://tin.example.vn/tin/2.html", title: "Hội đàm" },
  ]);
});

describe("hostile feeds cost no more than their length", () => {
  const entities = Array.from(
    { length: 9 },
    (_, i) => `<!ENTITY ${"bcdefghij"[i]} "${`&${"abcdefghi"[i]};`.repeat(10)}">`,
  );
  test.each<[string, FeedKind, string]>([
    [
      "a billion laughs",
      "rss",
      `<!DOCTYPE a [<!ENTITY a "ha">${entities.join("")}]><rss version="2.0"><channel><title>&j;</title></channel></rss>`,
    ],
    [
      "an external entity",
      "rss",
      `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&x;</title><link>/a</link></item></channel></rss>`,
    ],
    ["nested elements", "rss", `<rss version="2.0"><channel>${"<a>".repeat(200_000)}`],
    [
      "too many items",
      "rss",
      `<rss version="2.0"><channel>${"<item><link>/a</link></item>".repeat(30_000)}</channel></rss>`,
    ],
    ["HTML instead of a feed", "rss", "<html><body>Xin chào</body></html>"],
    ["nothing", "rss", " "],
    ["open urls", "sitemap", `<urlset>${"<url><loc>".repeat(100_000)}`],
    ["HTML instead of a sitemap", "sitemap", "<html><body>Xin chào</body></html>"],
    ["open links", "list", "<a href=".repeat(200_000)],
    ["links without end", "list", `<a href="/a">${"<".repeat(500_000)}`],
  ])("%s", async (_, kind, text) => {
    const read = await items(kind, text).catch(() => []);
    expect(JSON.stringify(read)).not.toMatch(/root:|hahahaha/);
  });
});
