import { describe, expect, it } from "vitest";
import { LateInteraction, weightedMean } from "../../src/retrieval/late-interaction.ts";
import { shippedEmbedder } from "../index/fixture.ts";

async function compare(question: string, passages: readonly string[]): Promise<number[]> {
  const embedder = await shippedEmbedder();
  const late = new LateInteraction(embedder);
  return late.compare(
    question,
    passages.map((text) => late.tokenIds(text)),
  );
}

describe("token by token similarity", () => {
  it("is 1 of a text with itself and 0 with nothing", async () => {
    const text = "đoàn đại biểu thăm trường học";
    const [same, none] = await compare(text, [text, ""]);
    expect(same).toBeCloseTo(1, 4);
    expect(none).toBe(0);
  });

  it("is higher where the words mean the same than where they do not", async () => {
    const [near, far] = await compare("ký kết hiệp định thương mại", [
      "hai bên ký thỏa thuận về buôn bán",
      "bệnh viện mổ cho bệnh nhi",
    ]);
    expect(near).toBeGreaterThan(far!);
  });

  it("does not depend on the order or on what was compared before", async () => {
    const passages = ["khai trương cửa khẩu", "giao lưu thanh niên biên giới", "mùa vải thiều"];
    const forward = await compare("cửa khẩu biên giới", passages);
    const backward = await compare("cửa khẩu biên giới", [...passages].reverse());
    expect(backward.reverse()).toEqual(forward);
  });

  it("is 0 with a model whose tokens have no vectors of their own", async () => {
    const contextual = { ...(await shippedEmbedder()), tokenRows: null };
    const late = new LateInteraction(contextual);
    expect(await late.compare("cửa khẩu", [late.tokenIds("cửa khẩu"), null])).toEqual([0, 0]);
  });
});

it("a weighted mean of nothing is 0", () => {
  expect(weightedMean([], [])).toBe(0);
  expect(weightedMean([1, 0], [3, 1])).toBeCloseTo(0.75);
});
