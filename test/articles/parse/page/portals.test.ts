import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passageLink } from "../../../../src/articles/parse/page/portals.ts";

const PAGE = "https://example.com/bai?id=1";

/** The start and end text of a link, as a browser reads them. */
const directive = (link: string) => link.split(":~:text=")[1]!.split(",").map(decodeURIComponent);

describe("the link to a passage", () => {
  it("holds a short quote whole and the ends of a long one", () => {
    expect(directive(passageLink(PAGE, "Đoàn đến Hà Giang."))).toEqual(["Đoàn đến Hà Giang."]);
    const long = "Sáng 4/5, ông Lò Văn Chính tiếp đoàn đại biểu huyện Kim Bình sang thăm.";
    expect(directive(passageLink(PAGE, long))).toEqual(["Sáng 4/5, ông Lò", "Kim Bình sang thăm."]);
  });

  it("keeps the address, with or without a fragment of its own", () => {
    expect(passageLink(PAGE, "Một câu.")).toBe(`${PAGE}#:~:text=M%E1%BB%99t%20c%C3%A2u.`);
    expect(passageLink(`${PAGE}#muc-2`, "Một câu.")).toContain(`${PAGE}#muc-2:~:text=`);
    expect(passageLink(PAGE, "  ")).toBe(PAGE);
  });

  it("stays within one paragraph", () => {
    expect(directive(passageLink(PAGE, "Đoạn đầu.\nĐoạn sau."))).toEqual(["Đoạn đầu."]);
  });

  it("escapes what a directive or a message would read otherwise, and nothing is lost", () => {
    const words = fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(words, (list) => {
        const quote = list.join(" ").normalize("NFC").toWellFormed();
        const link = passageLink(PAGE, quote);
        const text = link.split(":~:text=")[1] ?? "";
        expect(text).toMatch(/^[\w.~%,]*$/u);
        for (const part of text.split(",")) {
          expect(quote.replace(/\s+/gu, " ")).toContain(decodeURIComponent(part));
        }
      }),
    );
  });
});
