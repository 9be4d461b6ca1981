import { describe, expect, it } from "vitest";
import { told } from "./told.ts";

describe("a meeting at the border", () => {
  it("is where its mark stands, with the gate behind it", () => {
    const [visit] = told(
      "Ngày 5/2/2024, tại khu vực mốc 1090-1091, lối thông quan Tân Thanh, Ban Quản lý Khu kinh tế cửa khẩu tỉnh Lạng Sơn hội đàm với Đoàn đại biểu Chính quyền nhân dân thị Bằng Tường, Quảng Tây, Trung Quốc.",
    );
    expect(visit?.place).toBe("mốc 1090-1091, lối thông quan Tân Thanh");
  });

  it("is a patrol of two posts, of whose countries the title tells by their short names", () => {
    const [visit] = told(
      "Ngày 12/1, Đồn Biên phòng Pa Vệ (Bộ đội Biên phòng tỉnh Lai Châu) cùng Đại đội quản lý Biên giới huyện Kim Bình, tỉnh Vân Nam, Trung Quốc đã tuần tra song phương.\n\nXong buổi tuần tra, hai bên hẹn lần kế tiếp, do Đồn Biên phòng Pa Vệ chủ trì.",
      { title: "Tuần tra biên giới Việt - Trung", published: "2024-01-13" },
    );
    expect(visit).toMatchObject({
      date: { year: 2024, month: 1, day: 12 },
      host: { province: "Lai Châu" },
      guest: { province: "Vân Nam" },
    });
  });

  it("is a ceremony of two bodies; cars that go abroad make no guests", () => {
    const [visit] = told(
      "Ngày 6/9/2023, Sở Du lịch tỉnh Lạng Sơn cùng Ủy ban Phát triển Du lịch Quảng Tây làm lễ khai thông tuyến du lịch qua biên giới. Lễ diễn ra tại km 0, Cửa khẩu Quốc tế Hữu Nghị.\n\nXe du lịch của Việt Nam được sang tham quan thành phố Sùng Tả (Quảng Tây).",
      { title: "Lạng Sơn và Quảng Tây khai thông tuyến du lịch" },
    );
    expect(visit).toMatchObject({
      host: { province: "Lạng Sơn" },
      guest: { province: "Quảng Tây" },
    });
    expect(visit?.place).toMatch(/Hữu Nghị/u);
  });
});

describe("who led a side", () => {
  it("is told behind its name", () => {
    const [visit] = told(
      "Ngày 5/2/2024, Ban Quản lý Khu kinh tế cửa khẩu tỉnh Lạng Sơn hội đàm với Đoàn đại biểu Chính quyền nhân dân thị Bằng Tường, Quảng Tây, Trung Quốc.\n\nTrưởng đoàn phía Ban Quản lý là ông Lê Hòa - Trưởng Ban.\n\nPhía Trung Quốc do ông Ngô Vĩ, Bí thư Thị ủy Bằng Tường dẫn đầu.",
    );
    expect(visit).toMatchObject({ host: { head: "Lê Hòa" }, guest: { head: "Ngô Vĩ" } });
  });

  it("is of the delegation that is named before, whose offices tell no country", () => {
    const [visit] = told(
      "Ngày 5/2/2024, đoàn đại biểu Chính quyền Nhân dân huyện Mã Quan, tỉnh Vân Nam (Trung Quốc), trưởng đoàn là ông Trịnh Vĩ - Bí thư Huyện ủy, thăm thành phố Lào Cai.\n\nĐồng chí Lê Hòa, Bí thư Thành ủy Lào Cai tiếp đoàn.",
      { title: "Đoàn huyện Mã Quan thăm thành phố Lào Cai" },
    );
    expect(visit?.guest.head).toBe("Trịnh Vĩ");
    expect(visit?.host.head).toBe("Lê Hòa");
  });
});

describe("the day of a meeting", () => {
  it("has no year of what is remembered", () => {
    const [visit] = told(
      "Nhân kỷ niệm Ngày Quốc tế Phụ nữ (8/3/1910 - 8/3/2024), ngày 7/3, tại Lạng Sơn, Hội Liên hiệp Phụ nữ tỉnh Lạng Sơn tiếp đoàn phụ nữ thị Bằng Tường, Quảng Tây, Trung Quốc.",
    );
    expect(visit?.date).toEqual({ year: 2024, month: 3, day: 7 });
  });

  it("stands in the sentence that says when the talks were held, whatever was said there", () => {
    const visits = told(
      "Thứ trưởng Bộ Công Thương Lê Hòa và bà Thái Vĩ, Phó Chủ tịch Chính quyền Nhân dân Quảng Tây (Trung Quốc), vừa bàn biện pháp thông quan.\n\nTại hội nghị trực tuyến diễn ra ngày 14/12, hai vị lãnh đạo cho đây là dịp tốt để thực hiện nhận thức chung sau chuyến thăm Trung Quốc của Tổng Bí thư Trần Lực.",
      { published: "2022-12-16" },
    );
    expect(visits).toHaveLength(1);
    expect(visits[0]).toMatchObject({
      date: { year: 2022, month: 12, day: 14 },
      host: { head: "Lê Hòa" },
      guest: { head: "Thái Vĩ" },
    });
  });
});

describe("the name of a body", () => {
  it("holds all it is for", () => {
    const [visit] = told(
      "Ngày 5/2/2024, tại thành phố Cao Bằng, Sở Văn hóa tỉnh Cao Bằng hội đàm với đoàn công tác Cục Văn hóa, Truyền thông, Thể thao và Du lịch thành phố Bách Sắc, Quảng Tây (Trung Quốc).",
    );
    expect(visit?.guest.organisation).toMatch(
      /Truyền thông, Thể thao và Du lịch thành phố Bách Sắc/u,
    );
  });
});
