import { expect, it } from "vitest";
import { told } from "./told.ts";

const heads = (text: string, options = {}) =>
  told(text, options).map(({ host, guest }) => [host.head, guest.head]);

it("reads a delegation by its side of the border", () => {
  const text =
    "Đoàn đại biểu Bộ đội Biên phòng tỉnh Điện Biên do Đại tá Phan Văn Lâm, Chỉ huy trưởng làm Trưởng đoàn. Đoàn đại biểu phía Trung Quốc do Chính ủy Dương Xuân Hòa làm Trưởng đoàn.\n\nCuộc hội đàm diễn ra cởi mở. Tại hội đàm, hai bên đánh giá việc phối hợp trên biên giới Việt Nam - Trung Quốc.";
  expect(heads(text, { title: "Hội đàm giữa Biên phòng Điện Biên và phía Trung Quốc" })).toEqual([
    ["Phan Văn Lâm", "Dương Xuân Hòa"],
  ]);
});

it("finds the leader behind a long name of a delegation", () => {
  const text =
    "Ngày 14/10, tại TP Hạ Long, bà Nguyễn Thị Hạnh, Phó Chủ tịch UBND tỉnh Quảng Ninh, tiếp đoàn Ban Tổ chức Lễ hội mùa thu tại tỉnh Hokkaido (Nhật Bản) do ông Nakata Kenji, Trưởng ban, làm trưởng đoàn.";
  expect(heads(text)).toEqual([["Nguyễn Thị Hạnh", "Nakata Kenji"]]);
});

it("gives each further host of a journey a meeting, not who received it first", () => {
  const text =
    "Từ ngày 29/8 đến 2/9/2023, đoàn đại biểu HĐND tỉnh Hà Giang do bà Chúng Thị Hoa, Phó Chủ tịch HĐND tỉnh làm trưởng đoàn thăm và làm việc tại tỉnh Vân Nam (Trung Quốc).\n\nTiếp đoàn có ông Vương Nghĩa, Chủ nhiệm Nhân đại châu Văn Sơn.\n\nĐoàn cũng đã hội đàm với đoàn đại biểu Nhân đại tỉnh Vân Nam do bà Vương Thu Phần, Phó Chủ nhiệm làm trưởng đoàn.";
  expect(heads(text)).toEqual([
    ["Vương Nghĩa", "Chúng Thị Hoa"],
    ["Vương Thu Phần", "Chúng Thị Hoa"],
  ]);
});

it("takes no New Year for a person, and its wishes for no speech", () => {
  const text =
    "Ngày 2/4/2024, Bí thư Tỉnh ủy Long An Nguyễn Văn Bình cùng đoàn công tác đến thăm, chúc Tết cổ truyền Chol Chnam Thmay tỉnh Svay Rieng (Campuchia).";
  const [visit] = told(text, { title: "Long An chúc Tết Chol Chnam Thmay tại Svay Rieng" });
  expect(visit).toMatchObject({
    date: { day: 2, month: 4, year: 2024 },
    host: { province: "Svay Rieng", head: null },
    guest: { head: "Nguyễn Văn Bình" },
  });
});

it("keeps the city of a secretary who sits in the National Assembly as well", () => {
  const text =
    "Ngày 13/5/2025, Đại sứ Trung Quốc Hà Vĩnh đã được ông Lê Tiến Hòa, Bí thư Thành ủy, Trưởng Đoàn đại biểu Quốc hội thành phố Hải Phòng tiếp xã giao.";
  expect(told(text)[0]?.host).toMatchObject({ head: "Lê Tiến Hòa", province: "Hải Phòng" });
});

it("reads an office whose last word has a capital as the office's", () => {
  const text =
    "Ngày 2/3/2023 tại Hà Nội, Bộ trưởng Bộ Công Thương Nguyễn Hồng Lam đã tiếp Đoàn đại biểu Quảng Tây (Trung Quốc) do Bí thư Khu ủy Lưu Hòa dẫn đầu.";
  expect(heads(text)).toEqual([["Nguyễn Hồng Lam", "Lưu Hòa"]]);
});
