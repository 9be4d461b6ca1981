import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../../src/answers/answerer.ts";
import { markdown, workspace } from "../../index/fixture.ts";
import { indexedAnswerer } from "../../running-answerer.ts";

const space = workspace();
let answerer: Answerer;

beforeAll(async () => {
  space.write(
    "hoi-dam.md",
    markdown(
      "Bí thư Tỉnh ủy Hà Giang hội đàm với Bí thư Châu ủy Văn Sơn",
      "Ngày 9/6/2024, tại Văn Sơn (Trung Quốc), đồng chí Thào Xuân Sính, Bí thư Tỉnh ủy Hà Giang (Việt Nam), hội đàm với đồng chí Chu Vĩ Quang, Bí thư Châu ủy Văn Sơn.\n\n" +
        "Dự hội đàm về phía tỉnh Hà Giang có các đồng chí: Giàng Thị Dua, Chủ tịch HĐND tỉnh; Lục Văn Hợp, Giám đốc Sở Ngoại vụ.\n\n" +
        "Về phía Trung Quốc có bà Đường Nhã Cầm, Phó Châu trưởng, và ông Tiền Tử Minh, Cục trưởng Cục Thương mại.",
    ),
  );
  space.write(
    "tiep-doan.md",
    markdown(
      "Phó Chủ tịch UBND tỉnh Hà Giang tiếp đoàn huyện Mã Quan",
      "Sáng 4/5/2024, ông Lò Văn Chính, Phó Chủ tịch UBND tỉnh Hà Giang, tiếp đoàn huyện Mã Quan do bà Vương Tú Anh dẫn đầu.\n\n" +
        "Cùng dự buổi tiếp có ông Hoàng Gia Long, Chánh Văn phòng UBND tỉnh.",
    ),
  );
  ({ answerer } = await indexedAnswerer(space));
});

describe("who took part", () => {
  it.each([
    ["Những ai phía Hà Giang dự hội đàm?", "Giàng Thị Dua, Lục Văn Hợp"],
    ["Thành phần dự hội đàm phía Trung Quốc?", "Đường Nhã Cầm, Tiền Tử Minh"],
    ["Phía Việt Nam dự hội đàm có những ai?", "Giàng Thị Dua, Lục Văn Hợp"],
  ])("%s names those of the asked side first", async (question, names) => {
    expect((await answerer.ask(question)).direct).toBe(names);
  });

  it("is told of the meeting that is named", async () => {
    const { answer } = await answerer.ask("Ai cùng dự buổi tiếp đoàn huyện Mã Quan?");
    expect(answer).toContain("Hoàng Gia Long");
    expect(answer).not.toContain("Lục Văn Hợp");
  });

  it.each([
    ["Bà Đường Nhã Cầm có dự hội đàm không?", "Có."],
    ["Did Lục Văn Hợp attend the talks in Hà Giang?", "Yes."],
  ])("%s is confirmed by the list", async (question, lead) => {
    expect((await answerer.ask(question)).answer.startsWith(lead)).toBe(true);
  });

  it("is not confirmed of somebody present elsewhere", async () => {
    const { answer } = await answerer.ask("Ông Hoàng Gia Long có dự hội đàm không?");
    expect(answer.startsWith("Có.")).toBe(false);
  });
});

describe("who holds an office", () => {
  it.each([
    "Phó Chủ tịch UBND tỉnh Điện Biên là ai?",
    "Bí thư Trung ương Đoàn là ai?",
    "Giám đốc Sở Tư pháp là ai?",
  ])("%s is not answered by the holder of another one", async (question) => {
    expect((await answerer.ask(question)).answered).toBe(false);
  });

  it("is read from a list behind a colon", async () => {
    const { direct } = await answerer.ask("Giám đốc Sở Ngoại vụ Hà Giang là ai?");
    expect(direct).toBe("Lục Văn Hợp, Giám đốc Sở Ngoại vụ");
  });
});
