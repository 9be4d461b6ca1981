import { describe, expect, it } from "vitest";
import { isLater } from "../../../../src/visits/read/events/same-side.ts";
import { told } from "../told.ts";

describe("what a side is told to be", () => {
  it("has no head who stands on the other side too", () => {
    for (const { host, guest } of told(
      "Ngày 30/3/2024, lãnh đạo tỉnh Lạng Sơn hội đàm với ông Ngô Vĩ, Bí thư Khu ủy Quảng Tây (Trung Quốc).\n\nÔng Ngô Vĩ, Bí thư Khu ủy Quảng Tây, cảm ơn tỉnh Lạng Sơn.",
    ))
      expect(host.head === null || host.head !== guest.head).toBe(true);
  });

  it("is no mission of its own country where the visit goes", () => {
    const [visit] = told(
      "Ngày 28/2/2024, tại thành phố Bắc Hải (Quảng Tây, Trung Quốc), đồng chí Lê Văn Hòa, Phó Chủ tịch UBND tỉnh Lạng Sơn dẫn đầu đoàn dự hội nghị với Chính quyền nhân dân Khu tự trị dân tộc Choang Quảng Tây. Cùng dự có lãnh đạo Tổng Lãnh sự quán Việt Nam tại Nam Ninh.",
    );
    expect(`${visit?.guest.organisation} ${visit?.host.organisation}`).not.toMatch(/Lãnh sự quán/u);
  });

  it("comes from no province where its head holds the highest office of the country", () => {
    for (const { host } of told(
      "Ngày 25/8/2024, tại tỉnh Lạng Sơn, Tổng Bí thư Lê Văn Hòa đến thăm Cửa khẩu Quốc tế Hữu Nghị. Cùng đi có ông Ngô Vĩ, Đại sứ Trung Quốc tại Việt Nam.",
    ))
      if (host.head === "Lê Văn Hòa") expect(host.province).toBeNull();
  });
});

describe("who led or received", () => {
  const MEETING =
    "Sáng 22/5/2024, Hải quan tỉnh Lạng Sơn làm việc với Hải quan Hữu Nghị Quan (Quảng Tây, Trung Quốc) tại cửa khẩu Hữu Nghị.";
  const title = "Lạng Sơn làm việc với Hải quan Hữu Nghị Quan (Trung Quốc)";
  const heads = (text: string) =>
    told(text, { title }).map(({ host, guest }) => [host.head, guest.head]);

  it("is told by what somebody did, where no office or place says of which side they are", () => {
    expect(
      heads(
        `${MEETING}\n\nĐồng chí Lê Văn Hòa, Chi cục trưởng tiếp đoàn; dẫn đầu khách là ông Lý Vĩ Minh.`,
      ),
    ).toEqual([["Lê Văn Hòa", "Lý Vĩ Minh"]]);
  });

  it("is who speaks at the end of the line that is named", () => {
    expect(
      heads(
        "Ngày 17/2/2022, Ban Quản lý Khu kinh tế cửa khẩu tỉnh Lạng Sơn họp trực tuyến với Trung tâm Dịch vụ cửa khẩu thành phố Sùng Tả (Trung Quốc).\n\nThành phần: đầu cầu Lạng Sơn có ông Lê Văn Hòa - Phó Trưởng ban (chủ trì); đầu cầu Sùng Tả có bà Lý Thục Trinh - Phó Giám đốc Trung tâm (chủ trì).",
      ),
    ).toEqual([["Lê Văn Hòa", "Lý Thục Trinh"]]);
  });

  it("is nobody who only came along, and no feast", () => {
    expect(
      heads(
        "Trong hai ngày 11 và 12/4/2024, đoàn công tác tỉnh Điện Biên do đồng chí Lê Văn Hòa, Phó Chủ tịch UBND tỉnh dẫn đầu đã sang thăm, chúc Tết Bunpimay cán bộ tỉnh Phông Sa Lỳ (Lào).\n\nĐón đoàn tại thị xã Phông Sa Lỳ là Phó Tỉnh trưởng Kham Vông.",
      ),
    ).toEqual([["Kham Vông", "Lê Văn Hòa"]]);
  });

  it("holds an office whose place follows without a family name", () => {
    const [visit] = told(
      "Ngày 20/5/2024, đồng chí Lê Văn Hòa, Đồn trưởng Đồn Biên phòng Nghĩa Thuận, tỉnh Hà Giang tiếp đoàn Trạm Quản lý biên giới huyện Ma Li Pho (Vân Nam, Trung Quốc).",
    );
    expect(visit?.host.people.map(({ name }) => name)).toEqual(["Lê Văn Hòa"]);
  });
});

describe("the points of a meeting", () => {
  const MEETING =
    "Ngày 11/7/2024, đồng chí Lê Văn Hòa, Chủ tịch UBND tỉnh Lạng Sơn tiếp Đoàn công tác thành phố Sùng Tả (Trung Quốc) do ông Lý Khang, Thị trưởng làm trưởng đoàn.";
  const points = (text: string) =>
    told(`${MEETING}\n\n${text}`).flatMap((visit) =>
      visit.points.map(({ act, text }) => [act, text]),
    );

  it("have what was handed over among other deeds", () => {
    expect(
      points(
        "Ông Lê Văn Hòa gửi lời chúc năm mới tới nhân dân Sùng Tả, trao 200 suất quà cho hộ nghèo.",
      ).some(([act, text]) => act === "given" && text!.includes("200 suất quà")),
    ).toBe(true);
  });

  it("end a list with what is no item of it", () => {
    const acts = points(
      "Hai bên thống nhất các nội dung:\n\n- Mở thêm một lối thông quan ở mốc 1119;\n\n- Nâng cấp đường tới chợ biên giới.\n\nÔng Lý Khang đề xuất hội nghị sau họp tại Sùng Tả.",
    );
    expect(acts.find(([, text]) => text!.includes("hội nghị sau"))?.[0]).toBe("proposed");
  });
});

it("tells a meeting on a later day of a journey from the journey", () => {
  const when = (first: number, last: number | null) => {
    const of = (day: number) => ({ year: 2023, month: 12, day });
    return {
      when: {
        date: of(first),
        endDate: last === null ? null : of(last),
        passage: { start: 0, end: 1 },
        weak: false,
      },
    };
  };
  expect(isLater(when(21, 22), when(22, null))).toBe(true);
  expect(isLater(when(21, 22), when(21, null))).toBe(false);
  expect(isLater(when(21, null), when(22, null))).toBe(false);
});
