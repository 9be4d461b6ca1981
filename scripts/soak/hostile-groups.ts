import {
  HOSTILE_ARTICLES,
  HOSTILE_DOCUMENTS,
  HOSTILE_PAGES,
  type HostileInput,
} from "../../test/articles/parse/hostile-inputs.ts";

/** Inputs that come in by one door. */
export interface HostileGroup {
  readonly name: "articles" | "documents" | "questions" | "feeds" | "pages";
  readonly inputs: readonly HostileInput[];
  /** For one input. */
  readonly maxMs: number;
}

const input = (name: string, make: () => string): HostileInput => ({
  name,
  bytes: () => Buffer.from(make()),
});
/** As long as Telegram lets a message be. */
const message = (unit: string) => unit.repeat(4_096).slice(0, 4_096);
const million = (unit: string) => unit.repeat(Math.ceil(1_000_000 / unit.length));

const QUESTIONS = [
  "Đoàn nào thăm Lạng Sơn năm 2024? ",
  "ai ",
  "ông Nguyễn Văn A, ",
  "bao nhiêu lần ",
  "từ ngày 1/1/2024 đến ngày 31/12/2024 ",
  "Phó Chủ tịch UBND tỉnh ",
  "who met whom in ",
  "广西壮族自治区党委书记",
  "tiep doan ",
  "qu",
  "1",
  "-",
  "(",
  '"',
  "?",
  "\u0301",
  "a\u0301\u0323\u0302",
];

const RSS = '<rss version="2.0"><channel>';
const FEEDS: readonly (readonly [string, string])[] = [
  ["items without end", RSS + million("<item><title>Đoàn</title>")],
  ["nested elements", RSS + million("<a>")],
  ["brackets", RSS + million("<")],
  ["entities", `${RSS}<item><title>${million("&#38;")}</title></item>`],
  ["entities of entities", `<!DOCTYPE r [<!ENTITY a "${"b".repeat(99)}">]>${RSS}${million("&a;")}`],
  ["an open CDATA", `${RSS}<item><title><![CDATA[${million("]")}`],
  ["spaces", `${RSS}<item><title>${million(" ")}</title>`],
];

export const HOSTILE_GROUPS: readonly HostileGroup[] = [
  { name: "articles", inputs: HOSTILE_ARTICLES, maxMs: 30_000 },
  { name: "documents", inputs: HOSTILE_DOCUMENTS, maxMs: 60_000 },
  {
    name: "questions",
    inputs: QUESTIONS.map((unit) => input(JSON.stringify(unit), () => message(unit))),
    maxMs: 10_000,
  },
  {
    name: "feeds",
    inputs: [
      ...FEEDS.map(([name, text]) => input(name, () => text)),
      input("robots.txt of wildcards", () => `User-agent: *\nDisallow: /${"*a".repeat(250_000)}`),
    ],
    maxMs: 20_000,
  },
  { name: "pages", inputs: HOSTILE_PAGES, maxMs: 20_000 },
];
