import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  DEFAULT_TOPIC,
  FeedsFileError,
  isOnTopic,
  loadFeeds,
  parseFeeds,
} from "../../../src/articles/feeds/feeds-file.ts";

const EXAMPLE = new URL("../../../feeds.example.yaml", import.meta.url);

test("the example is a sound file and shows every key", () => {
  const text = readFileSync(EXAMPLE, "utf8");
  const feeds = parseFeeds(text, "feeds.example.yaml");
  expect(feeds.map(({ kind }) => kind)).toEqual(["rss", "sitemap", "list"]);
  expect(feeds[0]).toMatchObject({
    intervalMs: 3_600_000,
    auto: false,
    topic: DEFAULT_TOPIC,
    backlog: 3,
  });
  expect(feeds[1]).toMatchObject({ intervalMs: 3 * 3_600_000, pattern: expect.anything() });
  expect(feeds[2]).toMatchObject({ backlog: 5, topic: [["Quảng Tây", "Bằng Tường", "Sùng Tả"]] });
  for (const key of ["interval", "topic", "pattern", "auto", "backlog", "kind", "name", "url"]) {
    expect(text).toContain(`${key}:`);
  }
});

test("no file means no feeds; an empty one too", () => {
  expect(loadFeeds("/nowhere/feeds.yaml")).toEqual([]);
  expect(parseFeeds("", "f")).toEqual([]);
  expect(parseFeeds("# nothing yet\n", "f")).toEqual([]);
});

test.each([
  ["feeds:\n - url: ftp://a.vn/", /feeds\.0\.url: expected an http or https address/],
  ["feeds:\n - url: https://a.vn/\n   kind: html", /feeds\.0\.kind/],
  [
    "feeds:\n - url: https://a.vn/\n   pattern: '('",
    /feeds\.0\.pattern: expected a regular expression/,
  ],
  ["feeds:\n - url: https://a.vn/\n   auto: maybe", /feeds\.0\.auto/],
  ["feeds:\n - url: https://a.vn/\n   intervall: 5", /intervall/],
  ["feeds:\n - url: https://a.vn/\n   interval: 1", /feeds\.0\.interval/],
  ["feeds:\n - url: https://a.vn/\n - url: https://a.vn/", /listed twice/],
  ["feeds: x", /feeds: /],
  ["a: [", /feeds\.yaml: /],
  ["a: &a [*a]", /feeds\.yaml: /],
])("says where %j is wrong", (text, message) => {
  expect(() => parseFeeds(text, "feeds.yaml")).toThrow(FeedsFileError);
  expect(() => parseFeeds(text, "feeds.yaml")).toThrow(message);
});

test.each([
  ["Lãnh đạo tỉnh tiếp đoàn Bằng Tường", true],
  ["LANH DAO TINH TIEP DOAN BANG TUONG", true],
  ["Hội đàm với Khu tự trị dân tộc Choang Quảng Tây", true],
  ["Giá vàng Trung Quốc hôm nay", false],
  ["Lãnh đạo tỉnh tiếp công dân", false],
  ["Trực tiếp bóng đá: Vân Nam – Hà Nội", true],
  ["Thămquan QuảngTây", false],
])("%j is on the topic: %s", (text, expected) => {
  expect(isOnTopic(text, DEFAULT_TOPIC)).toBe(expected);
  expect(isOnTopic(text, [])).toBe(true);
});
