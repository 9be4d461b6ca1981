import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../../../src/answers/answerer.ts";
import { markdown, workspace } from "../../../index/fixture.ts";
import { indexedAnswerer } from "../../../running-answerer.ts";

const TWO_TALKS = `Trong hai ngày 3 và 4/6/2025, đoàn tỉnh Sơn La do ông Cầm Văn Bảo, Phó Chủ tịch UBND tỉnh, dẫn đầu làm việc tại hai huyện của tỉnh Vân Nam (Trung Quốc).

## Làm việc tại huyện Kim Bình

Sáng 3/6/2025, đoàn hội đàm với bà Vương Tú Anh, Huyện trưởng Kim Bình. Ông Cầm Văn Bảo đề nghị huyện Kim Bình cho xe chở nhãn đi luồng riêng. Bà Vương Tú Anh đề nghị Sơn La cử thợ sang dạy dệt thổ cẩm.

Hai bên thống nhất trao đổi thư tín ngày 5/7/2025. Ông Cầm Văn Bảo tặng bà Vương Tú Anh chiếc khăn piêu.

## Làm việc tại huyện Lục Xuân

Hôm sau, đoàn hội đàm với ông Lý Kiến Quân, Huyện trưởng Lục Xuân. Ông Cầm Văn Bảo đề nghị huyện Lục Xuân cùng tuần tra rừng đầu nguồn. Ông Lý Kiến Quân đề nghị Sơn La mở lớp tiếng Việt cho 30 cán bộ.

Hai bên thống nhất lập đường dây nóng.`;

const BULLETIN = `Tin trong tháng của phường Trà Cổ.

* TUẦN TRA CHUNG

Sáng 9/6/2025, Đồn Biên phòng Trà Cổ và trạm biên phòng Giang Bình (Quảng Tây, Trung Quốc) tuần tra chung. Hai bên trao đổi việc dân thả diều gần cột điện.

* PHỤ NỮ HAI BÊN BIÊN GIỚI

Chiều 15/6/2025, Hội Phụ nữ phường Trà Cổ đón 20 hội viên Hội Phụ nữ trấn Giang Bình. Hai bên trao đổi cách phòng lừa gạt qua mạng.

* HẢI QUAN

Ngày 20/6/2025, Hải quan Trà Cổ làm việc với hải quan Giang Bình về tờ khai chung.`;

const space = workspace();
let answerer: Answerer;

beforeAll(async () => {
  space.write("hai-huyen.md", markdown("Sơn La làm việc với hai huyện của Vân Nam", TWO_TALKS));
  space.write(
    "don-doan.md",
    markdown(
      "Huyện Vân Hồ đón đoàn Lào",
      "Ngày 9/8/2023, ông Giàng A Sử, Chủ tịch UBND huyện Vân Hồ, tiếp đoàn huyện Sốp Bâu (Lào).",
    ),
  );
  space.write("diem-tin.md", markdown("Điểm tin đối ngoại tháng 6/2025", BULLETIN, "2025-06-30"));
  ({ answerer } = await indexedAnswerer(space));
});

describe("of a page that tells of several meetings", () => {
  it.each([
    ["Huyện trưởng Lục Xuân đề nghị Sơn La những gì?", "tiếng Việt", "thổ cẩm"],
    ["huyen truong kim binh de nghi son la nhung gi", "thổ cẩm", "tiếng Việt"],
    ["Ngày 3/6/2025 ông Cầm Văn Bảo đề nghị những gì?", "luồng riêng", "tuần tra rừng"],
    ["Ông Cầm Văn Bảo đề nghị huyện Lục Xuân những gì?", "tuần tra rừng", "luồng riêng"],
  ])("%s is answered by the meeting that is meant alone", async (question, told, other) => {
    const { answer } = await answerer.ask(question);
    expect(answer).toContain(told);
    expect(answer).not.toContain(other);
  });

  it("what both sides settle belongs to the meeting before it, whatever day it names", async () => {
    const { answer } = await answerer.ask("Sơn La và huyện Kim Bình thống nhất những gì?");
    expect(answer).toContain("trao đổi thư tín");
    expect(answer).not.toContain("đường dây nóng");
  });

  it("a line in capitals heads what stands below it, not above", async () => {
    const { answer } = await answerer.ask(
      "Phụ nữ Trà Cổ và Giang Bình trao đổi chuyện gì tháng 6/2025?",
    );
    expect(answer).toContain("lừa gạt qua mạng");
    expect(answer).not.toMatch(/thả diều|PHỤ NỮ/u);
  });

  it("a gift of the one meeting is none of the other", async () => {
    const { answer } = await answerer.ask(
      "Ngày 4/6/2025 ông Cầm Văn Bảo tặng ông Lý Kiến Quân quà gì?",
    );
    expect(answer).not.toContain("khăn piêu");
  });
});

describe("whose points answer", () => {
  it.each([
    ["Lúc gặp Kim Bình, tỉnh mình xin những gì?", "luồng riêng"],
    ["Bà Vương Tú Anh đề nghị Sơn La những gì?", "thổ cẩm"],
  ])("%s: those of the side or person that asked", async (question, told) => {
    expect((await answerer.ask(question)).answer).toContain(told);
  });
});
