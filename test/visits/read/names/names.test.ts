import { describe, expect, it } from "vitest";
import { told } from "../told.ts";

/** Sentence; host's head, its position, province and country; the same of the guest, "-" where nothing is told. */
const CASES: readonly (readonly [string, string, string])[] = [
  [
    "Ngày 14/5/2024, Chủ tịch UBND huyện Trùng Khánh (Cao Bằng) Lương Văn Tuyên tiếp đoàn thành phố Tịnh Tây, Quảng Tây do ông Hoàng Quốc Dũng làm trưởng đoàn.",
    "Lương Văn Tuyên, Chủ tịch UBND huyện Trùng Khánh (Cao Bằng), Cao Bằng, Việt Nam",
    "Hoàng Quốc Dũng, -, Quảng Tây, Trung Quốc",
  ],
  [
    "Ngày 9/4/2024, Bí thư Tỉnh ủy Bắc Ninh Trần Văn Bảo tiếp đoàn tỉnh Hà Nam (Trung Quốc) do ông Lý Khang, Phó Tỉnh trưởng, dẫn đầu.",
    "Trần Văn Bảo, Bí thư Tỉnh ủy Bắc Ninh, Bắc Ninh, Việt Nam",
    "Lý Khang, Phó Tỉnh trưởng, Hà Nam, Trung Quốc",
  ],
  [
    "Ngày 9/4/2024, đồng chí Nông Văn Lai, Bí thư Huyện ủy Vị Xuyên, tiếp ông Lục Chí Minh (Lu Zhiming), Phó Bí thư Huyện ủy Ma Ly Pho.",
    "Nông Văn Lai, Bí thư Huyện ủy Vị Xuyên, Hà Giang, Việt Nam",
    "Lục Chí Minh, Phó Bí thư Huyện ủy Ma Ly Pho, Vân Nam, Trung Quốc",
  ],
  [
    "Ngày 9/4/2024, Bí thư Huyện ủy huyện Hà Quảng Nông Ích Thái tiếp đoàn huyện Na Po do ông Mạc Đại Hải dẫn đầu.",
    "Nông Ích Thái, Bí thư Huyện ủy huyện Hà Quảng, Cao Bằng, Việt Nam",
    "Mạc Đại Hải, -, Quảng Tây, Trung Quốc",
  ],
];

describe("names, offices and places beside each other", () => {
  it.each(CASES)("%s", (text, host, guest) => {
    const [visit] = told(text);
    const shown = ({ head, people, province, country }: NonNullable<typeof visit>["host"]) =>
      [head, people[0]?.position, province, country].map((part) => part ?? "-").join(", ");
    expect(shown(visit!.host)).toBe(host);
    expect(shown(visit!.guest)).toBe(guest);
  });

  it("reads abbreviated offices", () => {
    const [visit] = told(
      "Ngày 3/7/2024, đ/c Đặng Quốc Hải, UVBCH T.Ư Đảng, Bí thư TW Đoàn, thăm và làm việc tại tỉnh Lạng Sơn; đ/c Vi Thị Quyên, UVBTV Tỉnh ủy, Trưởng BTG Tỉnh ủy, tiếp đoàn.",
    );
    expect(visit?.guest.people).toEqual([
      { name: "Đặng Quốc Hải", position: "UVBCH T.Ư Đảng, Bí thư TW Đoàn" },
    ]);
    expect(visit?.host.people).toEqual([
      { name: "Vi Thị Quyên", position: "UVBTV Tỉnh ủy, Trưởng BTG Tỉnh ủy" },
    ]);
  });
});
