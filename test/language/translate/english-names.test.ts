import { describe, expect, it } from "vitest";
import { foreignNames } from "../../../src/language/translate/index.ts";

const namesOf = (sentence: string) =>
  foreignNames(sentence)!.map(({ start, end }) => sentence.slice(start, end));

describe("a Vietnamese name in an English report", () => {
  it.each([
    [
      "The guests were met by Chairman Vu The Long of the provincial People's Committee.",
      "Vu The Long",
    ],
    [
      "Vice Chairwoman Giang A Senh spoke of the road with the visitors in the town.",
      "Giang A Senh",
    ],
    ["On May 4 the delegation was received by Secretary Do Van May in the capital.", "Do Van May"],
  ])("is whole where one of its words is an English one: %s", (sentence, name) => {
    expect(namesOf(sentence)).toContain(name);
  });

  it("is not made of a place, nor of what an auxiliary begins", () => {
    expect(
      namesOf("The trucks of the company waited at Ma Do Pho border gate for two days."),
    ).not.toContain("Ma Do Pho");
    expect(
      namesOf("Do the two provinces of the region meet with the Chinese side this year?"),
    ).toEqual([]);
  });
});
