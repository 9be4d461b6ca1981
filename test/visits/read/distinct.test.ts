import { describe, expect, it } from "vitest";
import { visitOf } from "../../../src/visits/merge/merge-reports.ts";
import { articleOf, told } from "./told.ts";

describe("the two sides of a visit", () => {
  it.each([
    "Ngày 3/4, Đà Nẵng thăm Đà Nẵng.",
    "Thủ tướng Mỹ John Carter thăm Mỹ ngày 3/4.",
    "Ngày 3/4, đoàn đại biểu TP HCM thăm và làm việc tại TP HCM.",
  ])("are never one place: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  it("are left open where somebody goes about at home", () => {
    const [visit] = told("Ngày 3/4, Chủ tịch UBND TP HCM Lê Văn Hòa thăm TP HCM.");
    expect(visit).toMatchObject({
      place: "TP HCM",
      host: { country: null, province: null, head: null },
      guest: { head: "Lê Văn Hòa", province: "TP Hồ Chí Minh" },
    });
    expect(visit?.evidence.host).toBeUndefined();
  });

  it("stay two when several reports of a visit become one record", () => {
    const [a] = told("Ngày 3/4/2024, Chủ tịch UBND TP HCM Lê Văn Hòa thăm Cần Thơ.");
    const b = { ...a!, articleId: "khac", guest: { ...a!.guest, province: "Cần Thơ" } };
    const { host, guest } = visitOf({ id: "x", reports: [b] }, () => articleOf("Tin."));
    expect([host.province, guest.province]).toEqual([null, "Cần Thơ"]);
  });
});

describe("who was at a reception", () => {
  const GUESTS = "Đoàn đại biểu Quảng Tây (Trung Quốc) do ông Lý Khang làm trưởng đoàn";

  it.each([
    "Chủ trì buổi tiếp là đồng chí Trần Văn Tám, Phó Chủ tịch UBND tỉnh.",
    "Chủ trì buổi tiếp và làm việc với đoàn có đồng chí Trần Văn Tám, Phó Chủ tịch UBND tỉnh.",
    "Đồng chí Trần Văn Tám, Phó Chủ tịch UBND tỉnh chủ trì buổi tiếp.",
  ])("takes who presided for the head of the hosts, not who invited: %s", (sentence) => {
    const [visit] = told(
      `Ngày 3/4, theo lời mời của Chủ tịch UBND tỉnh Lạng Sơn Lê An, ${GUESTS} thăm Lạng Sơn. ${sentence}`,
    );
    expect(visit?.host.people).toEqual([
      { name: "Trần Văn Tám", position: "Phó Chủ tịch UBND tỉnh" },
    ]);
    expect(visit?.guest.head).toBe("Lý Khang");
  });

  it("counts those beside as hosts unless their office says otherwise", () => {
    const [visit] = told(
      `Ngày 3/4, đồng chí Lê Văn Hòa, Chủ tịch UBND tỉnh Lạng Sơn tiếp ${GUESTS}. Tham dự buổi tiếp còn có bà Trần Thị Chín, Chánh Văn phòng UBND tỉnh; ông Vương Quần, Tổng Lãnh sự Trung Quốc tại Hà Nội.`,
    );
    expect(visit?.host.people).toEqual([
      { name: "Lê Văn Hòa", position: "Chủ tịch UBND tỉnh Lạng Sơn" },
      { name: "Trần Thị Chín", position: "Chánh Văn phòng UBND tỉnh" },
    ]);
    expect(visit?.guest.people.map(({ name }) => name)).toEqual(["Lý Khang", "Vương Quần"]);
  });
});

describe("an earlier meeting beside a coming visit", () => {
  it("stays a meeting of its own, the ambassador its guest", () => {
    const visits = told(
      "Đại sứ Việt Nam tại Pháp Lê Văn Hòa gặp Tổng thống Pháp Jean Moreau ngày 30/10.\n\nTổng thống Jean Moreau sẽ thăm cấp nhà nước tới Việt Nam và dự Hội nghị Lãnh đạo các nền kinh tế tại Đà Nẵng ngày 10 - 13/11.",
    );
    expect(
      visits.map(({ host, guest, date, planned }) => [
        host.country,
        host.head,
        guest.head,
        date.day,
        planned,
      ]),
    ).toEqual([
      ["Pháp", "Jean Moreau", "Lê Văn Hòa", 30, false],
      ["Việt Nam", null, "Jean Moreau", 10, true],
    ]);
  });
});

describe("names from abroad", () => {
  it("reads a name written with and without its hyphen as one person's", () => {
    const [visit, ...rest] = told(
      "Ngày 3/4, Tổng thống Hàn Quốc Moon Jae-in thăm Việt Nam. Chiều 3/4, Chủ tịch nước Lê Văn Hòa hội đàm với Tổng thống Moon Jae In.",
    );
    expect(rest).toEqual([]);
    expect(visit?.guest.people.map(({ name }) => name)).toEqual(["Moon Jae-in"]);
  });

  it("are not changed by whom the delegation goes to: a body behind a word of motion visits nobody", () => {
    const [visit] = told(
      "Chiều 4/5, tại Hà Nội, đồng chí Lê Văn Hòa, Bí thư Tỉnh ủy Cao Bằng, dẫn đầu đoàn công tác của tỉnh đến Đại sứ quán Trung Quốc tại Việt Nam thăm và làm việc.",
    );
    expect(visit?.guest.organisation).not.toMatch(/Đại sứ quán/u);
    expect(visit?.guest.head).toBe("Lê Văn Hòa");
  });
});
