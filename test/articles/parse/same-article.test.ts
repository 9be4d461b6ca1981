import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalUrl } from "../../../src/articles/parse/page/portals.ts";
import { findSame } from "../../../src/articles/parse/same-article.ts";
import { fixture } from "./helpers.ts";

type Recognisable = Parameters<typeof findSame>[0];

/** How two articles are the same. */
const sameArticle = (a: Recognisable, b: Recognisable) => findSame(a, [b])?.by ?? null;

describe("the canonical form of an address", () => {
  const page = "https://baolangson.vn/tin/tiep-doan-5035999.html";
  test.each([
    "http://baolangson.vn/tin/tiep-doan-5035999.html",
    "https://www.baolangson.vn/tin/tiep-doan-5035999.html",
    "https://m.baolangson.vn/tin/tiep-doan-5035999.html",
    "http://baolangson.vn:80/tin//tiep-doan-5035999.html/",
    "https://BaoLangSon.vn/tin/tiep-doan-5035999.html#binh-luan",
    "https://baolangson.vn/tin/tiep-doan-5035999.html?utm_source=zalo&fbclid=abc&zarsrc=31",
    "https://baolangson.vn/tin/tiep-doan-5035999.html#:~:text=tr%C6%B0%E1%BB%9Fng",
  ])("is the same for %s", (url) => expect(canonicalUrl(url)).toBe(page));

  test.each([
    ["https://a.vn/?id=1", "https://a.vn/?id=2"],
    ["https://a.vn/tin/1", "https://a.vn/tin/2"],
    ["https://langson.gov.vn/tin", "https://sngv.langson.gov.vn/tin"],
    ["https://a.vn/Tin", "https://a.vn/tin"],
  ])("tells %s from %s", (a, b) => expect(canonicalUrl(a)).not.toBe(canonicalUrl(b)));

  test("does not depend on the order of parameters or the form of letters", () => {
    expect(canonicalUrl("https://a.vn/tin?b=2&a=1")).toBe(canonicalUrl("https://a.vn/tin?a=1&b=2"));
    expect(canonicalUrl("https://a.vn/ti%E1%BA%BFp")).toBe(
      canonicalUrl(`https://a.vn/${"tiếp".normalize("NFD")}`),
    );
  });

  test("has itself as its canonical form", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = canonicalUrl(url);
        expect(canonicalUrl(once)).toBe(once);
      }),
    );
  });

  test("leaves alone what is no address", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (!/^\s*https?:/i.test(text)) expect(canonicalUrl(text)).toBe(text);
      }),
    );
  });
});

describe("the same article", () => {
  const [copy] = fixture("newspaper-copy.txt");
  const [portal] = fixture("portal-copy.txt");
  const [page] = fixture("newspaper.html");

  test("is known by its address, whatever became of the text", () => {
    const url = `${copy!.url!.replace("https://", "http://www.")}?utm_source=zalo`;
    expect(sameArticle({ title: "Khác", url, text: "Đã sửa." }, copy!)).toBe("url");
  });

  test("is known at another address by its text, with another header and other furniture", () => {
    const url = "https://langson.gov.vn/tin/77";
    const text = `Cổng thông tin điện tử, thứ sáu\n\n${copy!.text.toUpperCase()}\n\nTheo Báo Cao Bằng`;
    expect(sameArticle({ title: "x", url, text }, copy!)).toBe("text");
  });

  test("is not another report of one event", () => {
    expect(sameArticle(copy!, portal!)).toBeNull();
    expect(sameArticle(copy!, page!)).toBeNull();
  });

  test("is not a brief that stands in a long report", () => {
    const text = copy!.text.slice(0, copy!.text.indexOf("\n\n"));
    expect(sameArticle({ title: "x", url: null, text }, copy!)).toBeNull();
  });

  test("is found among many, the address before the text", () => {
    const moved = { ...copy!, url: "https://a.vn/1" };
    const edited = { ...copy!, text: portal!.text };
    expect(findSame(copy!, [page!, moved, edited])).toEqual({ candidate: edited, by: "url" });
    expect(findSame(copy!, [page!, moved])).toEqual({ candidate: moved, by: "text" });
    expect(findSame(copy!, [page!, portal!])).toBeNull();
  });

  test("is symmetric, and every article is the same as itself", () => {
    const words = fc.array(
      fc.constantFrom(..."đoàn tiếp thăm tỉnh Lạng Sơn Quảng Tây hai bên".split(" ")),
      {
        minLength: 1,
        maxLength: 60,
      },
    );
    const article = words.map((all) => ({ title: "x", url: null, text: all.join(" ") }));
    fc.assert(
      fc.property(article, article, (a, b) => {
        expect(sameArticle(a, a)).toBe("text");
        expect(sameArticle(a, b)).toBe(sameArticle(b, a));
      }),
    );
  });
});
