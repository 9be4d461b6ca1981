import { beforeAll, expect, it } from "vitest";
import type { Answerer } from "../../../src/answers/answerer.ts";
import { markdown, workspace } from "../../index/fixture.ts";
import { indexedAnswerer } from "../../running-answerer.ts";

const space = workspace();
let answerer: Answerer;

beforeAll(async () => {
  space.write(
    "gio-thong-quan.md",
    markdown(
      "Cửa khẩu Chi Ma thông quan đến 21 giờ",
      "Từ ngày 1/6/2024, cửa khẩu Chi Ma kéo dài giờ thông quan đến 21 giờ mỗi ngày. Nguyên nhân là xe chở vải dồn về vào buổi chiều. Ông Lô Văn Bách, Phó Chủ tịch UBND huyện, cho biết trạm kiểm dịch có thêm 6 người.",
    ),
  );
  space.write(
    "cau.md",
    markdown(
      "Hai huyện kiểm tra đường dẫn đầu cầu",
      "Ngày 3/7/2024, bà Bạch Tuệ, Huyện trưởng Ninh Minh, và ông Lô Văn Bách kiểm tra đường dẫn đầu cầu Bản Chắt. Đường dẫn phía Ninh Minh hoàn thành chậm hai tháng. Hai bên hẹn gặp lại vào tháng 9.",
    ),
  );
  ({ answerer } = await indexedAnswerer(space));
});

it("a reason is told by the sentence near the fact that names it", async () => {
  const { answer } = await answerer.ask("Vì sao cửa khẩu Chi Ma kéo dài giờ thông quan?");
  expect(answer).toContain("vải dồn về");
});

it("where nobody names a reason, none is told", async () => {
  const { answered } = await answerer.ask("Vì sao đường dẫn phía Ninh Minh chậm hai tháng?");
  expect(answered).toBe(false);
});
