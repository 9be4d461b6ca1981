import { existsSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { linksFrom } from "../../../src/apps/reader/links.ts";
import { temporaryFolder } from "../../index/fixture.ts";
import { FOLDER_ID, HOSTILE_ID, PASSAGE, runningReader } from "./running-reader.ts";

const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const isThere = existsSync(CHROMIUM);
if (!isThere)
  process.stderr.write(
    `No Chromium at ${CHROMIUM}: the reader's pages are not tried in a browser. Install it (apt-get install chromium), or set CHROMIUM_PATH.\n`,
  );

/** On its own, offline but for this machine, with a profile that goes. */
const ARGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** Only a page that hangs comes to this. */
const PATIENCE_MS = 120_000;
const PHONE = { width: 390, height: 844 };
const THEMES = ["light", "dark"] as const;
const links = linksFrom("", () => null);
const LISTS = ["/bai", "/chuyen-tham", "/dong-thoi-gian", "/khong-co"];

describe.skipIf(!isThere)("in a browser", () => {
  const reader = runningReader();
  let url = "";
  let browser: BrowserContext;
  let page: Page;
  /** What the browser asked for, and what it complained of. */
  const asked: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    url = await reader.open();
    browser = await chromium.launchPersistentContext(join(temporaryFolder(), "profile"), {
      executablePath: CHROMIUM,
      args: ARGS,
      locale: "vi-VN",
      viewport: PHONE,
      timeout: PATIENCE_MS,
    });
    browser.setDefaultTimeout(PATIENCE_MS);
    page = await browser.newPage();
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    const foreign = asked.splice(0).filter((one) => !one.startsWith(url));
    expect(foreign).toEqual([]);
    expect(complaints.splice(0).filter((one) => !one.startsWith("Autofocus"))).toEqual([]);
    await page.goto("about:blank");
    asked.length = 0;
  });

  const articleAtPassage = () => {
    const { text } = reader.engine.article(FOLDER_ID)!.article;
    const start = text.indexOf(PASSAGE);
    return links.article(FOLDER_ID, { start, end: start + PASSAGE.length, quote: PASSAGE });
  };
  // What runs in the page is text: its names are not this program's.
  const inView = () =>
    page.evaluate(`(() => {
      const { top, bottom } = document.querySelector("mark").getBoundingClientRect();
      return { scrolled: scrollY > 0, seen: top >= 0 && bottom <= innerHeight };
    })()`);
  const sideways = () => page.evaluate("document.documentElement.scrollWidth - innerWidth");
  const background = (selector: string) =>
    page.evaluate<string>(
      `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).backgroundColor`,
    );

  /** Contrast of a text with what lies behind it, by WCAG's formula. */
  const contrast = (selector: string) =>
    page.evaluate<number>(`(() => {
      const element = document.querySelector(${JSON.stringify(selector)});
      const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
      const luminance = (colour) => {
        const [red, green, blue] = parts(colour).slice(0, 3).map((part) => part / 255)
          .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      let behind = element;
      while (parts(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
      const colours = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor];
      const [dark, bright] = colours.map(luminance).sort((a, b) => a - b);
      return (bright + 0.05) / (dark + 0.05);
    })()`);

  it("the cited words are in view and marked, in both themes", async () => {
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      await page.goto(url + articleAtPassage());
      expect(await page.locator("mark").innerText()).toBe(PASSAGE);
      expect(await inView()).toEqual({ scrolled: true, seen: true });
      expect(await background("mark")).not.toBe(await background("body"));
      await page.goto("about:blank");
    }
  });

  it("they are in view where Telegram puts words of its own behind the anchor, or nothing", async () => {
    const [path] = articleAtPassage().split("#");
    for (const anchor of ["#doan&tgWebAppData=user%3D1&tgWebAppVersion=8.0", ""]) {
      await page.goto(url + path + anchor);
      await expect.poll(inView).toEqual({ scrolled: true, seen: true });
      await page.goto("about:blank");
    }
  });

  it("each text stands out from what is behind it, in both themes", async () => {
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      await page.goto(url + articleAtPassage());
      for (const selector of ["mark", ".text p", "dd", "nav a", "footer"])
        expect([selector, (await contrast(selector)) >= 4.5]).toEqual([selector, true]);
      await page.goto(`${url}/chuyen-tham`);
      for (const selector of ["button", "label", "select", ".facts", ".list a"])
        expect([selector, (await contrast(selector)) >= 4.5]).toEqual([selector, true]);
    }
    expect(await background("body")).toBe("rgb(22, 24, 28)");
  });

  it("no page of a phone is scrolled sideways, in any language", async () => {
    const card = reader.engine.register().find({}, { offset: 0, limit: 1 }).visits[0]!.id;
    const paths = [...LISTS, links.article(HOSTILE_ID), links.visit(card)];
    for (const language of ["vi", "en", "zh"]) {
      await page.setExtraHTTPHeaders({ "accept-language": language });
      for (const path of paths) {
        await page.goto(url + path);
        expect([language, path, await sideways()]).toEqual([language, path, 0]);
      }
    }
    await page.setExtraHTTPHeaders({});
    complaints.length = 0;
  });

  it("text that tries to run does nothing", async () => {
    await page.goto(url + links.article(HOSTILE_ID));
    expect(await page.title()).toBe("Đoàn Sùng Tả thăm Lạng Sơn – Tư liệu các chuyến thăm");
    expect(await page.locator("main").isVisible()).toBe(true);
    await page.goto(`${url}/bai/la/tit`);
    expect(await page.title()).toContain("<script>alert(1)</script>");
  });

  it("a script that got into a page would not run", async () => {
    await page.goto(`${url}/bai`);
    await page.evaluate(`(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'ran'";
      document.body.append(script);
    })()`);
    expect(await page.title()).toBe("Bài viết – Tư liệu các chuyến thăm");
    expect(complaints.splice(0).join(" ")).toContain("Content Security Policy");
  });

  it("has landmarks by which a screen reader goes about", async () => {
    for (const path of LISTS) {
      await page.goto(url + path);
      expect(await page.getByRole("banner").count()).toBe(1);
      expect(await page.getByRole("navigation", { name: "Các mục" }).count()).toBe(1);
      expect(await page.getByRole("main").count()).toBe(1);
      expect(await page.getByRole("contentinfo").count()).toBe(1);
      expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    }
    complaints.length = 0;
    await page.goto(`${url}/chuyen-tham`);
    expect(await page.getByRole("search", { name: "Lọc danh mục" }).count()).toBe(1);
    for (const label of ["Tên người, địa phương, thời gian", "Năm", "Đối tác", "Địa điểm"])
      expect(await page.getByLabel(label).count()).toBe(1);
    await page.goto(url + articleAtPassage());
    expect(await page.getByRole("article").count()).toBe(1);
    expect(await page.locator(".text").getAttribute("lang")).toBe("vi");
  });

  it("is used by the keyboard alone", async () => {
    await page.goto(`${url}/bai`);
    const focused = () => page.evaluate("document.activeElement.textContent.trim()");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Đến nội dung chính");
    expect((await page.locator(".skip").boundingBox())!.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("hội chợ thương mại");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=/u);
    await page.getByRole("link", { name: "Hội chợ thương mại" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/khac/u);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Hội chợ thương mại");
  });

  it("a visit is opened from the timeline, and its passage from there", async () => {
    await page.goto(`${url}/dong-thoi-gian?q=nguyen+van+hoa+12%2F3%2F2024`);
    await page.getByRole("link", { name: /12\/03\/2024 · .*Bằng Tường/u }).click();
    await page.waitForURL(/chuyen-tham/u);
    await page.getByRole("link", { name: /^Đọc trong bài: Ngày 12/u }).click();
    await page.waitForURL(/doan=/u);
    expect(await page.locator("mark").first().innerText()).toContain("12/3/2024");
  });
});
