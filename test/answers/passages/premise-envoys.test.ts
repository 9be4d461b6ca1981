import { expect, it } from "vitest";
import { contradictsEnvoy, envoysAsked } from "../../../src/answers/passages/premise-envoys.ts";
import { readQuestion } from "../../../src/answers/question/read.ts";

const CHINESE =
  " dai su dac menh toan quyen trung quoc tai viet nam vuong le tham lao cai dai su vuong le noi ";
const denies = (question: string, words: string) =>
  envoysAsked(readQuestion(question)).some((envoy) => contradictsEnvoy(envoy, words));

it.each([
  ["Đại sứ Trung Quốc tại Việt Nam thăm Lào Cai ngày nào?", false],
  ["Đại sứ Việt Nam tại Trung Quốc thăm Lào Cai ngày nào?", true],
  ["Đại sứ Nhật Bản thăm Lào Cai ngày nào?", true],
  ["Đại sứ Vương Lệ thăm Lào Cai ngày nào?", false],
  ["Đại sứ quán Nhật Bản tặng gì?", false],
])("%s", (question, denied) => expect(denies(question, CHINESE)).toBe(denied));

it("takes an ambassador without a country for whichever is asked, and an embassy for nobody", () => {
  expect(denies("Đại sứ Lào thăm Lào Cai ngày nào?", " dai su bounlert noi ")).toBe(false);
  expect(denies("Đại sứ Lào thăm Lào Cai ngày nào?", " dai su quan lao tang qua ")).toBe(true);
});

it("lets a report leave out the country of its own leader", () => {
  const words = " thu tuong tran van nam tiep thong doc thu tuong nhat ban gui loi chao ";
  expect(denies("Thủ tướng Việt Nam nói gì?", words)).toBe(false);
});
