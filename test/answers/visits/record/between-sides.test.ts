import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../../src/answers/question/read.ts";
import { readDemands } from "../../../../src/answers/visits/asked/demands.ts";
import { betweenSides } from "../../../../src/answers/visits/record/between-sides.ts";
import { markdown, workspace } from "../../../index/fixture.ts";

const space = workspace();
space.write(
  "mot.md",
  markdown(
    "Lạng Sơn tiếp đoàn Bằng Tường",
    "Ngày 5/2/2023, tại thành phố Lạng Sơn, ông Lê Hòa, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn thị Bằng Tường, Quảng Tây (Trung Quốc) do ông Ngô Vĩ, Bí thư Thị ủy, dẫn đầu.",
  ),
);
space.write(
  "hai.md",
  markdown(
    "Lạng Sơn tiếp đoàn Bằng Tường",
    "Ngày 9/8/2024, tại thành phố Lạng Sơn, ông Trần Lực, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn thị Bằng Tường, Quảng Tây (Trung Quốc) do ông Ngô Vĩ, Bí thư Thị ủy, dẫn đầu.",
    "2024-08-10",
  ),
);
await space.build();
const register = space.open().register();

const between = (text: string) => {
  const question = readQuestion(text);
  return betweenSides(question, readDemands(question), register);
};

describe("the meetings between the sides that a question names", () => {
  it("differ in who received, so that no one of them is the answer", () => {
    const found = between("Ai tiếp đoàn Bằng Tường ở Lạng Sơn?");
    expect(found?.visits.map(({ date }) => date.year)).toEqual([2024, 2023]);
    expect(found?.differ).toBe(true);
  });

  it("agree in who led the delegation", () => {
    expect(between("Ai dẫn đầu đoàn Bằng Tường sang Lạng Sơn?")?.differ).toBe(false);
  });

  it("are those of talks in either direction, where nobody is told to have come", () => {
    const found = between("Ai dẫn đầu đoàn Lạng Sơn hội đàm với Bằng Tường năm 2023?");
    expect([found?.known, [...found!.others]]).toEqual([true, ["Ngô Vĩ"]]);
  });

  it("are of whoever came, where only the place is named", () => {
    const found = between("Ai dẫn đầu đoàn sang thăm Lạng Sơn năm 2023?");
    expect(found?.visits.map(({ guest }) => guest.head)).toEqual(["Ngô Vĩ"]);
    expect([...found!.others]).toEqual(["Lê Hòa"]);
  });

  it("name nobody of the other side than who is asked for", () => {
    const found = between("Bằng Tường cử ai sang Lạng Sơn năm 2023?");
    expect([...found!.others]).toEqual(["Lê Hòa"]);
  });

  it("are none where the question leaves somebody out, whom no record tells", () => {
    expect(between("Ngoài Bằng Tường, ai dẫn đầu đoàn sang thăm Lạng Sơn năm 2023?")).toBe(null);
  });

  it("hold the day that is asked for", () => {
    expect(between("Đoàn Bằng Tường sang Lạng Sơn ngày nào năm 2023?")?.known).toBe(true);
  });

  it("are those of a place's leaders, who are no body of their own", () => {
    expect(between("Lãnh đạo Bằng Tường gặp lãnh đạo Lạng Sơn ở đâu năm 2023?")).not.toBeNull();
  });

  it("are those of the year that is named", () => {
    const found = between("Ai tiếp đoàn Bằng Tường ở Lạng Sơn năm 2023?");
    expect(found?.visits.map(({ host }) => host.head)).toEqual(["Lê Hòa"]);
  });

  it.each([
    "Ai tiếp đoàn Lạng Sơn ở Bằng Tường?",
    "Đoàn Bằng Tường và Lạng Sơn bàn những gì?",
    "Ai tiếp đoàn Sở Y tế Bằng Tường ở Lạng Sơn?",
  ])("are none to: %s", (text) => expect(between(text)).toBeNull());
});
