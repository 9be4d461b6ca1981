import { beforeAll, describe, expect, it } from "vitest";
import { terms } from "../../../src/language/text/terms.ts";
import { markdown, workspace } from "../fixture.ts";

const space = workspace();

beforeAll(async () => {
  space.write("ban.md", markdown("Bạn bè quốc tế", "Bạn bè từ xa đến thăm làng nghề."));
  space.write("ban-hang.md", markdown("Bán hàng", "Chợ bán hàng suốt đêm, có nhiều quầy."));
  space.write("doan.md", markdown("Đoàn Lào Cai", "Đoàn đại biểu đến Hoà Bình lúc chín giờ."));
  space.write("hoa.md", markdown("Ngày hội", "Người dân Hòa Bình mở hội, tặng hoa cho khách."));
  space.write("han.md", markdown("谅山", "中国代表团 Bằng Tường 2023."));
  await space.build();
});

/** Ids of the articles found by the question's words. */
function found(question: string, folded: boolean): string[] {
  const words = terms(question).map((term) => (folded ? term.folded : term.marked));
  return space.read((index) => {
    const hits = index.searchLexical(words, { folded, k: 10 });
    for (const [i, hit] of hits.entries()) {
      if (i > 0) expect(hit.score).toBeLessThanOrEqual(hits[i - 1]!.score);
    }
    return index.chunks(hits.map(({ row }) => row)).map(({ articleId }) => articleId);
  });
}

describe("full-text search", () => {
  it("tells words apart by their marks", () => {
    expect(found("bạn", false)).toEqual(["ban"]);
    expect(found("bán", false)).toEqual(["ban-hang"]);
  });

  it("finds all readings of a word typed without marks", () => {
    expect(found("ban", true).sort()).toEqual(["ban", "ban-hang"]);
    expect(found("ban", false)).toEqual([]);
  });

  it("folds đ", () => {
    // The Chinese article is found by the words of its rendering too.
    expect(found("doan", true)).toEqual(["doan", "han"]);
    expect(found("Đoàn", false)).toEqual(["doan", "han"]);
    expect(found("dai bieu den", true)[0]).toBe("doan");
  });

  it("takes both tone placements as one", () => {
    expect(found("Hoà", false).sort()).toEqual(["doan", "hoa"]);
    expect(found("hòa", false).sort()).toEqual(["doan", "hoa"]);
    expect(found("hoa", false)).toEqual(["hoa"]);
  });

  it("finds numbers and Han characters, one by one", () => {
    expect(found("2023", false)).toEqual(["han"]);
    expect(found("代表", false)).toEqual(["han"]);
    expect(found("谅山", true)).toEqual(["han"]);
  });

  it("weighs a word in the title more", () => {
    const [first] = space.read((index) => {
      const hits = index.searchLexical(["lào"], { folded: false, k: 1 });
      const light = index.searchLexical(["lào"], {
        folded: false,
        k: 1,
        weights: { title: 0.1, body: 1 },
      });
      expect(light[0]!.score).toBeLessThan(hits[0]!.score);
      return index.chunks(hits.map(({ row }) => row));
    });
    expect(first?.articleId).toBe("doan");
  });

  it("finds words that stand together", () => {
    const rows = (term: string) =>
      space.read((index) => index.searchLexical([term], { folded: false, k: 5 })).length;
    expect(rows("đại biểu")).toBe(2);
    expect(rows("biểu đại")).toBe(0);
  });

  it("finds nothing for noise, and never throws", () => {
    const noise = [
      '"',
      "a OR",
      "NEAR(",
      "*",
      "",
      " ",
      "\u0000",
      "bạn\u0000",
      "-bạn",
      "title:bạn",
      "'",
    ];
    expect(space.read((index) => index.searchLexical(noise, { folded: false, k: 5 }))).toEqual([]);
    const many = Array.from({ length: 5_000 }, (_, i) => `từ${i}`);
    expect(space.read((index) => index.searchLexical(many, { folded: true, k: 5 }))).toEqual([]);
    expect(space.read((index) => index.searchLexical(["bạn"], { folded: false, k: 0 }))).toEqual(
      [],
    );
  });

  it("counts the chunks that hold a word", () => {
    space.read((index) => {
      expect(index.chunkCount).toBe(5);
      const marked = index.documentFrequency(["bạn", "hòa", "không"], false);
      expect([...marked]).toEqual([
        ["bạn", 1],
        ["hòa", 2],
        ["không", 0],
      ]);
      expect(index.documentFrequency(["ban", "hoa"], true).get("ban")).toBe(2);
      expect(index.documentFrequency(["ban", "hoa"], true).get("hoa")).toBe(2);
    });
  });
});
