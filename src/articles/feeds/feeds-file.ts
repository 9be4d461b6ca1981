import { readFileSync } from "node:fs";
import { RE2JS } from "re2js";
import { parse } from "yaml";
import { z } from "../../config/index.ts";
import { HOME_COUNTRY, namesOf, placeRows } from "../../language/places/index.ts";
import { normalizeLine, spacedWords } from "../../language/text/index.ts";
import type { Feed, Topic } from "./feed-store.ts";

/** Visits and receptions … */
const VISITS = [
  "tiếp",
  "tiếp xã giao",
  "chào xã giao",
  "đón",
  "thăm",
  "chuyến thăm",
  "hội đàm",
  "hội kiến",
  "hội nghị",
  "làm việc",
  "đoàn đại biểu",
  "đoàn công tác",
  "gặp gỡ",
  "giao lưu",
  "ký kết",
  "hợp tác",
];

/** Provinces whose towns, prefectures and counties are neighbours as well. */
const BORDER_PROVINCES = new Set(["Quảng Tây", "Vân Nam"]);
const WIDER = new Set(["Trung Quốc", "Quảng Tây", "Vân Nam", "Quảng Đông", "Hải Nam"]);

/** … with the neighbours of Vietnam's northern provinces, from the table of places. */
const NEIGHBOURS = placeRows()
  .filter(
    ({ name, country, province, needsCue }) =>
      country === "Trung Quốc" &&
      !needsCue &&
      (WIDER.has(name) || (province !== null && BORDER_PROVINCES.has(province))) &&
      // Names that provinces and towns of Vietnam have as well say nothing of a neighbour.
      !placeRows().some((other) => other.country === HOME_COUNTRY && other.name === name),
  )
  .flatMap(namesOf);

/** Visits and receptions with the Chinese neighbours. */
export const DEFAULT_TOPIC: Topic = [VISITS, NEIGHBOURS];

/** True where the text is on the topic. */
export function isOnTopic(text: string, topic: Topic): boolean {
  const words = spacedWords(text);
  return topic.every((group) => group.some((phrase) => words.includes(spacedWords(phrase))));
}

/** The file of feeds has an error. The message names the place and what is expected there. */
export class FeedsFileError extends Error {
  override readonly name = "FeedsFileError";
}

const MINUTE_MS = 60_000;

const pattern = z.string().transform((text, context) => {
  try {
    const compiled = RE2JS.compile(text);
    return { test: (address: string) => compiled.matcher(address).find() };
  } catch {
    context.addIssue({ code: "custom", message: "expected a regular expression" });
    return z.NEVER;
  }
});
const address = z
  .string()
  .refine(
    (text) => /^https?:\/\/[^/]/u.test(text) && URL.canParse(text),
    "expected an http or https address",
  );
const topic = z.array(z.array(z.string().min(1)).min(1));
const minutes = z.coerce.number().min(5).max(10_080);
const flag = z.enum(["true", "false"]).transform((text) => text === "true");

const FILE = z.strictObject({
  interval: minutes.default(60),
  topic: topic.default(DEFAULT_TOPIC.map((group) => [...group])),
  feeds: z
    .array(
      z.strictObject({
        name: z.string().min(1).optional(),
        url: address,
        kind: z.enum(["rss", "atom", "sitemap", "list"]).default("rss"),
        pattern: pattern.optional(),
        interval: minutes.optional(),
        topic: topic.optional(),
        auto: flag.default("false"),
        backlog: z.coerce.number().int().min(0).max(50).default(3),
      }),
    )
    .default([]),
});

/**
 * Reads the list of feeds from YAML; `feeds.example.yaml` tells of every key.
 *
 * @throws {FeedsFileError} Where it is not as expected.
 */
export function parseFeeds(text: string, path: string): Feed[] {
  let data: unknown;
  try {
    data = parse(text, { schema: "failsafe", maxAliasCount: 0, logLevel: "error" });
  } catch (error) {
    throw new FeedsFileError(`${path}: ${(error as Error).message.split("\n")[0]}`);
  }
  const read = FILE.safeParse(data === null || data === "" ? {} : data);
  if (!read.success) {
    const { path: at, message } = read.error.issues[0]!;
    throw new FeedsFileError(`${path}: ${[...at].join(".") || "file"}: ${message}`);
  }
  const { feeds, ...common } = read.data;
  const twice = feeds.find(({ url }, i) => feeds.findIndex((other) => other.url === url) < i);
  if (twice !== undefined) throw new FeedsFileError(`${path}: ${twice.url} is listed twice`);
  return feeds.map((feed) => ({
    name: normalizeLine(feed.name ?? new URL(feed.url).hostname),
    url: feed.url,
    kind: feed.kind === "atom" ? "rss" : feed.kind,
    pattern: feed.pattern ?? null,
    intervalMs: (feed.interval ?? common.interval) * MINUTE_MS,
    auto: feed.auto,
    topic: feed.topic ?? common.topic,
    backlog: feed.backlog,
  }));
}

/**
 * Reads the file of feeds.
 *
 * @returns No feeds where there is no file.
 * @throws {FeedsFileError} Where it is not as expected, or can't be read.
 */
export function loadFeeds(path: string): Feed[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return [];
    throw new FeedsFileError(`${path} can't be read (${code}). Check its permissions.`);
  }
  return parseFeeds(text, path);
}
