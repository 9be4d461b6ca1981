import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../src/answers/answerer.ts";
import { workspace } from "../index/fixture.ts";
import { indexedAnswerer } from "../running-answerer.ts";

const space = workspace();
let answerer: Answerer;

beforeAll(async () => {
  space.write(
    "gap.md",
    `---
title: Lạng Sơn làm việc với thành phố Sùng Tả
date: 2024-03-06
---

Ngày 5/3/2024, đoàn công tác tỉnh Lạng Sơn do ông Trần Văn Mẫu, Phó Chủ tịch UBND tỉnh dẫn đầu làm việc với lãnh đạo thành phố Sùng Tả (Quảng Tây, Trung Quốc).

Tại buổi làm việc, ông Trần Văn Mẫu đề nghị Sùng Tả kéo dài giờ thông quan ở cửa khẩu Hữu Nghị.

Ông Ngô Thử, Phó Thị trưởng thành phố Sùng Tả khái quát tình hình trồng mía và đường sắt của thành phố.

Nhân dịp này, thành phố Sùng Tả bàn giao lô máy thở do Quảng Tây viện trợ cho tỉnh Lạng Sơn.
`,
  );
  space.write(
    "tiep.md",
    `---
title: Ông Lê Văn Thử tiếp đoàn Bằng Tường
date: 2024-05-03
---

Ngày 2/5/2024, ông Lê Văn Thử, Chủ tịch UBND tỉnh Lạng Sơn tiếp đoàn đại biểu thị Bằng Tường (Quảng Tây, Trung Quốc) do ông Hoàng Thử dẫn đầu.
`,
  );
  ({ answerer } = await indexedAnswerer(space));
});

describe("as people ask in chats", () => {
  it.each([
    ["Đoàn Bằng Tường gặp ai?", "Lê Văn Thử"],
    ["ad ơi cho e hỏi đoàn bằng tường gặp ai vậy ạ", "Lê Văn Thử"],
    ["doan bang tuong duoc ai tiep", "Lê Văn Thử"],
    ["Phó Thị trưởng thành phố Sùng Tả là ai?", "Ngô Thử"],
    ["Sùng Tả tặng gì cho Lạng Sơn?", "máy thở"],
    ["Ngô Thử nói gì?", "trồng mía"],
  ])("%s is answered", async (question, told) => {
    const { answered, answer } = await answerer.ask(question);
    expect(answer).toContain(told);
    expect(answered).toBe(true);
  });

  it("what one person said is told in nobody else's words", async () => {
    const { answer } = await answerer.ask("Ông Ngô Thử nói gì?");
    expect(answer).not.toContain("giờ thông quan");
  });

  it("whether somebody did what another did is answered, not refused", async () => {
    const { answered, answer } = await answerer.ask(
      "Có phải ông Ngô Thử tiếp đoàn Bằng Tường không?",
    );
    expect(answer).toMatch(/^Không/u);
    expect(answer).toContain("Lê Văn Thử");
    expect(answered).toBe(true);
  });

  it.each([
    "Vì sao ông Lê Văn Thử từ chối gặp đoàn Bằng Tường?",
    "Vì sao Lạng Sơn phản đối Sùng Tả?",
  ])("no quarrel is made up: %s", async (question) => {
    expect((await answerer.ask(question)).answered).toBe(false);
  });
});
