import { describe, expect, it } from "vitest";
import { actNearness, actsIn } from "../../../../src/answers/visits/asked/acts.ts";
import { terms } from "../../../../src/language/text/terms.ts";

describe("acts that are asked for", () => {
  it("takes a wish for a proposal, but less gladly", () => {
    expect(actNearness(new Set(["proposed"]), "proposed")).toBe(1);
    expect(actNearness(new Set(["proposed"]), "asked")).toBe(0.5);
    expect(actNearness(new Set(["proposed"]), "given")).toBe(0);
  });
});

describe("the acts of a report in another language", () => {
  it.each([
    ["Secretary Minh said the province called on investors for smart ports.", "announced,asked"],
    ["Both sides exchanged views on patrols and agreed to meet twice a year.", "discussed,agreed"],
    ["双方一致同意加强边境管理，并签署会谈纪要。", "agreed,agreed,signed"],
    ["李先生建议延长通关时间。", "proposed"],
  ])("%s", (text, acts) => {
    expect(
      actsIn(terms(text))
        .map(({ act }) => act)
        .join(),
    ).toBe(acts);
  });
});
