import { request } from "node:http";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, it } from "vitest";
import { linksFrom, passFor } from "../../../src/apps/reader/links.ts";
import { startReader } from "../../../src/apps/reader/start.ts";
import { readConfig } from "../../../src/config/config.ts";
import { markdown } from "../../index/fixture.ts";
import {
  EVIL,
  FOLDER_ID,
  HOSTILE_ID,
  HOSTILE_TITLE,
  PASSAGE,
  runningReader,
} from "./running-reader.ts";

const reader = runningReader();
const links = linksFrom("", () => null);
let url = "";
beforeAll(async () => {
  url = await reader.open();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(url + path, { headers, redirect: "manual" });
/** A page as a browser would read it. */
async function page(path: string, headers: Record<string, string> = {}) {
  const response = await get(path, headers);
  const { document } = parseHTML(await response.text());
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.textContent.trim());
  const hrefs = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute("href")!);
  return { status: response.status, headers: response.headers, document, texts, hrefs };
}

function cited(text: string): { start: number; end: number; quote: string } {
  const { article } = reader.engine.article(FOLDER_ID)!;
  const start = article.text.indexOf(text);
  return { start, end: start + text.length, quote: text };
}

describe("every page", () => {
  it.each([
    "/bai",
    "/chuyen-tham",
    "/dong-thoi-gian",
    "/bai/khac",
    "/khong-co",
    "/chuyen-tham/khong",
  ])(
    "of %s loads and runs nothing, sets nothing, tells nobody where it was opened from",
    async (path) => {
      const { headers, document } = await page(path);
      const policy = headers.get("content-security-policy")!;
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; form-action 'self'; base-uri 'none'; frame-ancestors https:\/\/\*\.telegram\.org$/u,
      );
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("set-cookie")).toBeNull();
      expect(headers.get("content-type")).toBe("text/html; charset=UTF-8");
      const loads = "script,link,img,iframe,object,embed,[style],[onload],[onerror],[onclick]";
      expect(document.querySelectorAll(loads)).toHaveLength(0);
      expect(document.querySelectorAll("main, nav, header, footer, h1")).not.toHaveLength(0);
    },
  );

  it("speaks the language that the browser likes best, else that of the settings", async () => {
    const heading = async (accepted: string) =>
      (await page("/bai", { "accept-language": accepted })).texts("h1")[0];
    expect(await heading("vi-VN,vi;q=0.9,en;q=0.8")).toBe("Bài viết");
    expect(await heading("fr;q=0.9,en-GB;q=0.5,vi;q=0.3")).toBe("Articles");
    expect(await heading("zh-CN")).toBe("文章");
    expect(await heading("de, *;q=0.5")).toBe("Bài viết");
    expect(await heading("vi;q=0,".repeat(400))).toBe("Bài viết");
  });

  it("answers GET and HEAD alone", async () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
      const response = await fetch(`${url}/bai`, { method });
      expect([method, response.status]).toEqual([method, 405]);
      expect(response.headers.get("allow")).toBe("GET, HEAD");
    }
    const head = await fetch(`${url}/bai`, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  it("says what is wrong in the reader's language, and nothing of the program", async () => {
    const missing = await page("/bai/khong-co", { "accept-language": "zh" });
    expect([missing.status, missing.texts("h1")]).toEqual([404, ["文章已不存在"]]);
    const long = await page(`/chuyen-tham?q=${"a".repeat(201)}`);
    expect([long.status, long.texts("h1")]).toEqual([400, ["Không đọc được yêu cầu"]]);
    expect((await page(`/bai?q=${"%E1".repeat(3)}&trang=0x1`)).status).toBe(200);
    expect((await page("/bai/%")).status).toBe(404);
    expect((await page("/bai/..%2f..%2fetc%2fpasswd")).status).toBe(404);
    expect((await page("/")).headers.get("location")).toBe("/bai");
  });

  it("is not led astray by a Host that is none", async () => {
    const status = await new Promise((resolve) => {
      const headers = { host: "a b<script>" };
      request(`${url}/bai`, { headers }, ({ statusCode }) => resolve(statusCode)).end();
    });
    expect([200, 400]).toContain(status);
  });
});

describe("an article", () => {
  it("is opened at the cited passage, which alone is marked", async () => {
    const { document, texts } = await page(links.article(FOLDER_ID, cited(PASSAGE)));
    expect(texts("mark")).toEqual([PASSAGE]);
    expect(document.querySelector("mark")!.id).toBe("doan");
    expect(texts("h1")).toEqual(["Lạng Sơn tiếp đoàn Bằng Tường"]);
    expect(texts("dd")).toEqual(["Báo Thử nghiệm", "12/03/2024", "12/03/2024"]);
    expect(texts("article p").join(" ")).not.toContain("trang gốc");
  });

  it("marks a passage over several paragraphs in each of them, and leads to the first", async () => {
    const { article } = reader.engine.article(FOLDER_ID)!;
    const start = article.text.indexOf("Trưởng đoàn");
    const passage = { start, end: article.text.length, quote: article.text.slice(start) };
    const { document, texts } = await page(links.article(FOLDER_ID, passage));
    expect(texts("mark")).toEqual([
      PASSAGE,
      "Hai bên thống nhất tổ chức hội đàm lần sau tại Bằng Tường.",
    ]);
    expect(document.querySelectorAll("mark[id]")).toHaveLength(1);
  });

  it("says so where it has changed since it was cited", async () => {
    const passage = { ...cited(PASSAGE), quote: "Trưởng đoàn là bà khác." };
    const { texts } = await page(links.article(FOLDER_ID, passage));
    expect(texts("mark")).toEqual([]);
    expect(texts(".notice")[0]).toMatch(/đã thay đổi/u);
  });

  it.each(["5-5", "9-2", "0-9999999", "-1-4", "a-b", "1", "00000001-2", "1-2-zzzzzzzz"])(
    "is shown without a mark for the passage %s, which it does not hold",
    async (passage) => {
      const { status, texts } = await page(`${links.article(FOLDER_ID)}?doan=${passage}`);
      expect([status, texts("mark")]).toEqual([200, []]);
    },
  );

  it("is found by ids with slashes, spaces and signs, however they are escaped", async () => {
    const whole = `/bai/${encodeURIComponent(FOLDER_ID)}`;
    for (const path of [links.article(FOLDER_ID), whole, whole.normalize("NFD")])
      expect((await page(path)).texts("h1")).toEqual(["Lạng Sơn tiếp đoàn Bằng Tường"]);
  });

  it("leads to the visits that it tells of, and from there back to the passages", async () => {
    const [visit] = (await page(links.article(FOLDER_ID))).hrefs('a[href^="/chuyen-tham/"]');
    const { texts, hrefs } = await page(visit!);
    expect(texts("h1")[0]).toMatch(/^12\/03\/2024 · /u);
    expect(texts("dd").join(" ")).toMatch(/Nguyễn Văn Hòa.*Bằng Tường/su);
    const passages = hrefs("blockquote a");
    expect(passages.length).toBeGreaterThan(0);
    expect((await page(passages[0]!.split("#")[0]!)).texts("mark")[0]).toMatch(/12\/3\/2024/u);
  });

  it("in other words than its source's is called a summary, and leads to its page", async () => {
    const { texts, hrefs } = await page("/bai/tom-luoc");
    expect(texts("dd")[0]).toBe("Tóm lược theo Báo Thử nghiệm");
    expect(texts("article .facts").join(" ")).toContain("không phải nguyên văn");
    expect(hrefs("article header a")).toEqual(["https://example.com/goc"]);
    expect((await page("/bai?trang=2")).texts(".list")[0]).toContain("Tóm lược theo");
  });

  it("that tries to be more than text is text", async () => {
    const { document, texts } = await page(links.article(HOSTILE_ID));
    expect(document.querySelectorAll("script,img,svg,[onload],[onerror]")).toHaveLength(0);
    expect(document.querySelectorAll("style")).toHaveLength(1);
    expect(document.querySelectorAll('a[href^="javascript:"]')).toHaveLength(0);
    const shown = texts(".text").join("\n");
    for (const line of EVIL) expect(shown).toContain(line);
    const titled = await page("/bai/la/tit");
    expect(titled.texts("h1")).toEqual([HOSTILE_TITLE]);
    expect(titled.texts("title")).toEqual([expect.stringContaining(HOSTILE_TITLE)]);
    expect(titled.document.querySelectorAll("script")).toHaveLength(0);
  });
});

describe("the list of articles", () => {
  it("is shown newest first in pages, the last one for a number behind it", async () => {
    const first = await page("/bai");
    expect(first.texts(".list>li")).toHaveLength(20);
    expect(first.texts(".pager span")).toEqual(["Trang 1/2"]);
    const second = await page(first.hrefs('a[rel="next"]')[0]!);
    expect(second.texts(".list>li")).toHaveLength(10);
    expect((await page("/bai?trang=99999")).texts(".pager span")).toEqual(["Trang 2/2"]);
  });

  it("finds by words, and shows what was typed as text", async () => {
    const { texts, hrefs } = await page("/bai?q=hoi+cho+thuong+mai");
    expect(texts(".list a")).toEqual(["Hội chợ thương mại"]);
    expect(hrefs(".list a")).toEqual(["/bai/khac"]);
    const none = await page(`/bai?q=${encodeURIComponent('"><script>x</script>')}`);
    expect(none.document.querySelectorAll("script")).toHaveLength(0);
    expect(none.document.querySelector("input")!.getAttribute("value")).toBe(
      '"><script>x</script>',
    );
  });
});

describe("the register", () => {
  it("is filtered by what is typed and by what is chosen", async () => {
    const all = await page("/chuyen-tham");
    const typed = await page("/chuyen-tham?q=bang+tuong+3%2F2024");
    const chosen = await page("/chuyen-tham?nam=2024&doi-tac=B%E1%BA%B1ng+T%C6%B0%E1%BB%9Dng");
    expect(all.texts(".list>li").length).toBeGreaterThan(typed.texts(".list>li").length);
    for (const { texts } of [typed, chosen])
      expect(texts(".list>li").every((text) => text.includes("Bằng Tường"))).toBe(true);
    const selected = chosen.document.querySelectorAll("option[selected]");
    expect([...selected].map((one) => one.getAttribute("value"))).toEqual(["2024", "Bằng Tường"]);
  });

  it("says what there is where nothing matches, or where no calendar has the day", async () => {
    expect((await page("/chuyen-tham?q=1999")).texts("main").join("")).toMatch(
      /Không có chuyến thăm nào/u,
    );
    expect((await page("/chuyen-tham?q=13%2F2024")).texts("main").join("")).toContain("“13/2024”");
  });

  it("is drawn over time, each visit and each row a link", async () => {
    const { document, hrefs } = await page("/dong-thoi-gian");
    const visits = hrefs('svg a[href^="/chuyen-tham/"]');
    const rows = hrefs('svg a[href*="luc="]');
    expect(visits.length).toBeGreaterThan(7);
    expect(
      [...document.querySelectorAll("svg a title")].map((one) => one.textContent),
    ).toContainEqual(expect.stringMatching(/^12\/03\/2024 · .*Bằng Tường/u));
    expect((await page(visits[0]!)).status).toBe(200);
    const row = await page(rows[0]!);
    expect(row.texts(".list>li").length).toBeGreaterThan(0);
  });

  it("keeps a typed filter in the picture's links", async () => {
    const { hrefs } = await page("/dong-thoi-gian?q=bang+tuong");
    for (const href of hrefs('svg a[href*="luc="]')) expect(href).toContain("q=bang+tuong");
  });
});

describe("where not everyone may read", () => {
  const TOKEN = "0123456789abcdefABCDEF-_";
  const DAY_MS = 86_400_000;
  const open = async (pass: string | null, path = "/bai") => {
    const address = await reader.open({ READER_TOKEN: TOKEN });
    const response = await fetch(`${address}${path}${pass === null ? "" : `?k=${pass}`}`);
    return { status: response.status, html: await response.text() };
  };

  it("a link of the bot opens every page, and its pages' links and forms too", async () => {
    const pass = passFor(TOKEN, Date.now());
    const { status, html } = await open(pass);
    expect(status).toBe(200);
    const { document } = parseHTML(html);
    for (const link of document.querySelectorAll('a[href^="/"]'))
      expect(link.getAttribute("href")).toContain(`k=${pass}`);
    expect(document.querySelector('input[type="hidden"]')!.getAttribute("value")).toBe(pass);
    expect(html).not.toContain(TOKEN);
  });

  it("none, a forged one and the token itself open nothing", async () => {
    const pass = passFor(TOKEN, Date.now());
    const forged = [
      null,
      TOKEN,
      "",
      pass.slice(0, -1),
      `z${pass.slice(1)}`,
      passFor(`${TOKEN}x`, Date.now()),
    ];
    for (const one of forged) {
      const { status, html } = await open(one);
      expect([one, status]).toEqual([one, 403]);
      expect(html).toContain("Cần liên kết của bot");
      expect(html).not.toContain("Hội chợ");
    }
    for (const path of ["/bai/khac", "/chuyen-tham", "/dong-thoi-gian", "/khong-co"])
      expect((await open(null, path)).status).toBe(403);
  });

  it("a link past its time says so", async () => {
    const { status, html } = await open(passFor(TOKEN, Date.now() - 92 * DAY_MS));
    expect(status).toBe(403);
    expect(html).toContain("Liên kết đã hết hạn");
    expect((await open(passFor(TOKEN, Date.now() - 89 * DAY_MS))).status).toBe(200);
  });
});

describe("the reader", () => {
  it("is off where no port is set", async () => {
    const config = readConfig({ READER_URL: "https://doc.example" }, process.cwd());
    const logger = { info: () => {}, warn: () => {} } as never;
    expect(await startReader({ engine: reader.engine, config, logger })).toBeNull();
  });

  it("warns where the bot is for some chats and the reader for everyone", async () => {
    await reader.open({ ALLOWED_CHATS: "5" });
    expect(reader.log.join("")).toContain("set READER_TOKEN");
  });

  it("stands below the path of its public address, whether a proxy passes that on or not", async () => {
    const address = await reader.open({ READER_URL: "https://doc.example/kho" });
    for (const path of ["/bai", "/kho/bai"]) {
      const { document } = parseHTML(await (await fetch(address + path)).text());
      expect(document.querySelector("nav a")!.getAttribute("href")).toBe("/kho/bai");
    }
  });

  it("turns away who asks too much, by address, and tells the proxy's visitors apart", async () => {
    const address = await reader.open();
    const ask = (from?: string) =>
      fetch(`${address}/khong-co`, { headers: from ? { "x-forwarded-for": from } : {} });
    let answered = 0;
    while ((await ask("9.9.9.9, 203.0.113.7")).status === 404) answered++;
    expect(answered).toBeGreaterThan(20);
    expect(answered).toBeLessThanOrEqual(120);
    const turnedAway = await ask("8.8.8.8, 203.0.113.7");
    expect([turnedAway.status, turnedAway.headers.get("retry-after")]).toEqual([429, "60"]);
    expect((await ask("203.0.113.8")).status).toBe(404);
    expect((await ask()).status).toBe(404);
  });

  it("reads the generation in use, and logs a page that fails", async () => {
    reader.space.write("moi.md", markdown("Bài viết mới nhất", "Đoàn mới đến thăm.", "2026-01-01"));
    await reader.space.build();
    expect((await page("/bai/moi")).status).toBe(404);
    await reader.engine.reload();
    expect((await page("/bai")).texts(".list a")[0]).toBe("Bài viết mới nhất");
    await reader.engine.close();
    const failed = await page("/chuyen-tham");
    expect([failed.status, failed.texts("h1")]).toEqual([500, ["Trang gặp lỗi"]]);
    expect(reader.log.join("")).toContain("a page of the reader failed");
  });
});
