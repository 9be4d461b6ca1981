import { describe, expect, it } from "vitest";
import { foreignOffice } from "../../../src/answers/passages/article-persons.ts";
import { GIVEN } from "../../../src/answers/passages/attribute.ts";
import { surelyTellsFacts, tellsFacts } from "../../../src/answers/passages/facts.ts";

describe("facts in sentences of other languages", () => {
  it("finds a gift in its rendering", () => {
    const gift = "会谈结束后，双方互赠礼物：百色赠送绣球一个，高平回赠茶叶两盒。";
    expect(tellsFacts([GIVEN], gift)).toBe(true);
    expect(surelyTellsFacts([GIVEN], gift)).toBe(true);
  });

  it("takes support for no gift", () => {
    const support = "他希望百色方面支持高平水果出口，并协助培训十名翻译。";
    expect(surelyTellsFacts([GIVEN], support)).toBe(false);
  });

  it("asks nothing of a sentence where no fact is asked", () => {
    expect(tellsFacts([], "双方举行会谈。")).toBe(true);
    expect(surelyTellsFacts([], "双方举行会谈。")).toBe(false);
  });
});

describe("offices in sentences of other languages", () => {
  it.each([
    ["共青团高平省委副书记陆文强率代表团到百色市访问。", ["luc", "van", "cuong"]],
    [
      "The Chinese side was headed by Huang Lijuan, Vice Mayor of Baise, who opened the meeting.",
      ["hoang", "le", "quyen"],
    ],
  ])("stand beside the name in %s", (sentence, name) => {
    expect(foreignOffice(sentence, name)).toBe(true);
  });

  it.each([
    ["陆文强对此表示感谢，并邀请对方年底回访高平。", ["luc", "van", "cuong"]],
    ["共青团高平省委副书记陆文强率代表团到百色市访问。", ["nong", "van", "cuong"]],
    ["共青团高平省委副书记陆文强率代表团到百色市访问。", ["cuong"]],
  ])("do not in %s", (sentence, name) => {
    expect(foreignOffice(sentence, name)).toBe(false);
  });
});
