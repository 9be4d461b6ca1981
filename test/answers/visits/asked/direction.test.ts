import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../../src/answers/question/read.ts";
import { alternatives, readDemands } from "../../../../src/answers/visits/asked/demands.ts";
import {
  contradictsDirection,
  directionOf,
} from "../../../../src/answers/visits/asked/direction.ts";
import { byRecord } from "../../../../src/answers/visits/record/by-record.ts";
import { told } from "../../../visits/read/told.ts";

const RECEPTION = told(
  "Ngày 5/3/2024, tại xã Na Mèo, ông Lê Văn Hòa, Chủ tịch UBND tỉnh Thanh Hóa đã tiếp đoàn đại biểu tỉnh Hủa Phăn (Lào) do ông Khăm Pheng, Tỉnh trưởng, làm trưởng đoàn.",
);

function against(text: string): boolean {
  const question = readQuestion(text);
  const direction = directionOf(question, readDemands(question));
  return direction !== null && contradictsDirection(direction, RECEPTION);
}

describe("who came to whom", () => {
  it.each([
    "Đoàn Hủa Phăn sang Thanh Hóa ngày nào?",
    "Thanh Hóa tiếp đoàn Hủa Phăn hôm nào?",
    "Thanh Hóa và Hủa Phăn gặp nhau hôm nào?",
  ])("agrees with the record: %s", (text) => {
    expect(against(text)).toBe(false);
  });

  it.each([
    "Đoàn Thanh Hóa sang Hủa Phăn ngày nào?",
    "Hủa Phăn tiếp đoàn Thanh Hóa hôm nào?",
    "Tỉnh trưởng Hủa Phăn tiếp ông Lê Văn Hòa ngày nào?",
    "Ông Lê Văn Hòa ngày nào sang Nghệ An?",
  ])("is told the other way round: %s", (text) => {
    expect(against(text)).toBe(true);
  });
});

describe("what the record tells", () => {
  const recorded = (text: string) => {
    const question = readQuestion(text);
    return byRecord(question, readDemands(question), () => RECEPTION)?.words ?? null;
  };

  it.each([
    ["Ai tiếp đoàn Hủa Phăn ở Thanh Hóa?", "Lê Văn Hòa"],
    ["Đoàn Hủa Phăn được ai đón?", "Lê Văn Hòa"],
    ["Ai dẫn đầu đoàn Hủa Phăn?", "Khăm Pheng"],
    ["Đoàn Hủa Phăn được Thanh Hóa tiếp ở đâu?", "xã Na Mèo"],
  ])("answers %s", (text, words) => {
    expect(recorded(text)).toBe(words);
  });

  it.each([
    "Những ai tiếp đoàn Hủa Phăn?",
    "Ai tiếp đoàn Xiêng Khoảng ở Thanh Hóa?",
    "Ông Lê Văn Hòa tiếp ai?",
    "Đoàn Hủa Phăn thăm những tỉnh nào?",
  ])("leaves to the passages: %s", (text) => {
    expect(recorded(text)).toBeNull();
  });
});

it.each([
  ["Tòa Điện Biên và Tòa Phổ Nhĩ gặp nhau lần đầu bao giờ?", "Điện Biên; Phổ Nhĩ"],
  ["Đoàn Hà Giang và Cao Bằng thăm Bách Sắc mấy lần?", "Hà Giang, Cao Bằng; Bách Sắc"],
  ["Lạng Sơn hoặc Bằng Tường tiếp đoàn nào?", "Lạng Sơn, Bằng Tường"],
])("places on both sides of the border are no alternatives: %s", (text, groups) => {
  const read = alternatives(readDemands(readQuestion(text)).names, text);
  expect(read.map((group) => group.map(({ name }) => name).join(", ")).join("; ")).toBe(groups);
});
