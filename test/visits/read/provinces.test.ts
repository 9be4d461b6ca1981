import { describe, expect, it } from "vitest";
import { told } from "./told.ts";

/** Text; then host's and guest's head or body, host's and guest's province or country, place. */
const CASES: readonly (readonly [string, string, string, string, string, string | null])[] = [
  [
    "Ngày 18/3, tại trụ sở Tỉnh ủy, đồng chí Hoàng Quốc Lâm, Bí thư Tỉnh ủy Lạng Sơn đã có buổi tiếp Đoàn đại biểu khu tự trị dân tộc Choang Quảng Tây do đồng chí Trần Vĩ, Bí thư Khu ủy làm Trưởng đoàn.",
    "Hoàng Quốc Lâm",
    "Trần Vĩ",
    "Lạng Sơn",
    "Quảng Tây",
    "trụ sở Tỉnh ủy",
  ],
  [
    "Chiều 6/11, lãnh đạo Sở Văn hóa, Thể thao và Du lịch tỉnh Lạng Sơn đã làm việc với Đoàn công tác Cục Văn hóa và Du lịch thành phố Sùng Tả do bà Nông Lệ Hoa, Phó Cục trưởng làm trưởng đoàn.",
    "lãnh đạo Sở Văn hóa, Thể thao và Du lịch tỉnh Lạng Sơn",
    "Nông Lệ Hoa",
    "Lạng Sơn",
    "Quảng Tây",
    null,
  ],
  [
    "Sáng 1/2, tại thị Đông Hưng, Quảng Tây, Trung Quốc, diễn ra hội đàm giữa Đoàn đại biểu thành phố Móng Cái do ông Hoàng Bá Tâm, Bí thư Thành ủy dẫn đầu và Đoàn đại biểu thị Đông Hưng do ông Trần Kiến Quân, Bí thư Thị ủy dẫn đầu.",
    "Trần Kiến Quân",
    "Hoàng Bá Tâm",
    "Quảng Tây",
    "Quảng Ninh",
    "thị Đông Hưng",
  ],
  [
    "Ngày 9/4, Đoàn đại biểu thị Đông Hưng, Quảng Tây, Trung Quốc có chuyến làm việc ở Lạng Sơn. Chủ trì buổi tiếp là đồng chí Lê Thị Bưởi, Phó Chủ tịch UBND tỉnh. Trưởng đoàn Đông Hưng là ông Trần Kiến Quân, Bí thư Thị ủy.",
    "Lê Thị Bưởi",
    "Trần Kiến Quân",
    "Lạng Sơn",
    "Quảng Tây",
    "Lạng Sơn",
  ],
  [
    "Ngày 17/5, Đại sứ đặc mệnh toàn quyền Nhật Bản tại Việt Nam Sato Kenji đã đến thăm và làm việc tại tỉnh Bắc Giang. Tiếp Đại sứ có đồng chí Nguyễn Văn Gấm, Bí thư Tỉnh ủy.",
    "Nguyễn Văn Gấm",
    "Sato Kenji",
    "Bắc Giang",
    "Nhật Bản",
    "tỉnh Bắc Giang",
  ],
  [
    "Ngày 9/4, bà Trần Thị Minh, Phó Chủ tịch UBND huyện Văn Lãng chủ trì buổi làm việc với ông Ngụy Đông, Phó Thị trưởng Chính phủ nhân dân thị Bằng Tường.",
    "Trần Thị Minh",
    "Ngụy Đông",
    "Lạng Sơn",
    "Quảng Tây",
    null,
  ],
  [
    "Chiều 5/1, Thường trực HĐND tỉnh Lào Cai đã có buổi gặp mặt thân mật với Đoàn Nhân đại huyện Kim Bình (Vân Nam, Trung Quốc) do bà Bạch Mai, Chủ nhiệm Ủy ban Thường vụ Nhân đại huyện làm trưởng đoàn sang thăm, chúc Tết.",
    "Thường trực HĐND tỉnh Lào Cai",
    "Bạch Mai",
    "Lào Cai",
    "Vân Nam",
    null,
  ],
  [
    "Ngày 10/10, ông Nguyễn Đình Hùng, Trưởng Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn đã có buổi hội kiến với ông Ngô Khôi, Chủ nhiệm Ủy ban Quản lý Khu thương mại tự do thị Bằng Tường tại cửa khẩu Hữu Nghị Quan.",
    "Ngô Khôi",
    "Nguyễn Đình Hùng",
    "Quảng Tây",
    "Lạng Sơn",
    "cửa khẩu Hữu Nghị Quan",
  ],
  [
    "Sáng 19/2, Chủ tịch UBND tỉnh Lâm Đồng Trần Văn Hiển có cuộc gặp gỡ, làm việc cùng đoàn công tác của tỉnh Gyeongsangbuk (Hàn Quốc) do Phó Tỉnh trưởng Kim Hak Young làm trưởng đoàn.",
    "Trần Văn Hiển",
    "Kim Hak Young",
    "Lâm Đồng",
    "Gyeongsangbuk",
    null,
  ],
  [
    "Ngày 2/7, tại Vientiane, Đoàn đại biểu Ban Đối ngoại Trung ương do đồng chí Lê Hoài An, Trưởng Ban làm trưởng đoàn đã chào xã giao Tổng Bí thư, Chủ tịch nước Lào Khamtay Phommachan.",
    "Khamtay Phommachan",
    "Lê Hoài An",
    "Lào",
    "Việt Nam",
    "Vientiane",
  ],
  [
    "Tối 2/2, tại Cửa khẩu Quốc tế Lào Cai, Đoàn đại biểu Chính quyền Nhân dân Châu Hồng Hà, tỉnh Vân Nam, Trung Quốc đã về nước sau khi kết thúc chuyến sang thăm, giao lưu nghệ thuật.",
    "Lào Cai",
    "Đoàn đại biểu Chính quyền Nhân dân Châu Hồng Hà, tỉnh Vân Nam, Trung Quốc",
    "Lào Cai",
    "Vân Nam",
    "Cửa khẩu Quốc tế Lào Cai",
  ],
];

describe("ways in which provinces tell of visits", () => {
  it.each(CASES)("%s", (text, host, guest, hostFrom, guestFrom, place) => {
    const visits = told(text);
    expect(visits).toHaveLength(1);
    const [visit] = visits;
    const named = (side: (typeof visits)[number]["host"]) =>
      side.head ?? side.organisation ?? side.province;
    const from = (side: (typeof visits)[number]["host"]) => side.province ?? side.country;
    expect(named(visit!.host)).toBe(host);
    expect(named(visit!.guest)).toBe(guest);
    expect(from(visit!.host)).toBe(hostFrom);
    expect(from(visit!.guest)).toBe(guestFrom);
    expect(visit!.place).toBe(place);
    expect(visit!.date.day).not.toBeNull();
  });
});
