import { describe, expect, it } from "vitest";
import { LateInteraction, weightedMean } from "../../../src/answers/search/late-interaction.ts";
import { shippedEmbedder } from "../../index/fixture.ts";

/** Similarity of a text to each passage, 0 to 1: the mean of its tokens' nearest ones, by weight. */
async function similarities(
  late: LateInteraction,
  text: string,
  passages: readonly (Int32Array | null)[],
): Promise<number[]> {
  const { weights, best } = await late.nearest(text, passages);
  return best.map((cosines) => weightedMean(cosines, weights));
}

async function compare(question: string, passages: readonly string[]): Promise<number[]> {
  const late = new LateInteraction(await shippedEmbedder());
  return similarities(
    late,
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
    expect(await similarities(late, "cửa khẩu", [late.tokenIds("cửa khẩu"), null])).toEqual([0, 0]);
  });
});

describe("similarity by what words mean", () => {
  it("finds words that can replace each other where the embedding finds none", async () => {
    const embedder = await shippedEmbedder();
    const late = new LateInteraction(embedder);
    const meaning = new LateInteraction(embedder, embedder.meanings);
    const passage = late.tokenIds("xuất khẩu hoa quả");
    const [byVector] = await similarities(late, "trái cây", [passage]);
    const [byMeaning] = await similarities(meaning, "trái cây", [passage]);
    expect(byMeaning).toBeGreaterThan(0.6);
    expect(byMeaning).toBeGreaterThan(byVector!);
  });

  it("takes a token without a meaning for like itself", async () => {
    const embedder = await shippedEmbedder();
    const none = {
      dimension: 4,
      rows: (ids: readonly number[]) => new Float32Array(4 * ids.length),
    };
    const meaning = new LateInteraction(embedder, none);
    const passages = ["cửa khẩu", "trường học"].map((text) => meaning.tokenIds(text));
    expect(await similarities(meaning, "cửa khẩu", passages)).toEqual([1, 0]);
  });
});

it("a weighted mean of nothing is 0", () => {
  expect(weightedMean([], [])).toBe(0);
  expect(weightedMean([1, 0], [3, 1])).toBeCloseTo(0.75);
});
