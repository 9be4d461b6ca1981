import { expect, it } from "vitest";
import { markdown, workspace } from "../index/fixture.ts";
import { run } from "./program.ts";

const space = workspace();

it("the chat in the terminal understands follow-ups until /reset", async () => {
  space.write(
    "don-doan.md",
    markdown(
      "Huyện Phong Thổ đón đoàn Kim Bình",
      "Ngày 12/4/2024, bà Lò Thị Hạnh, Phó Chủ tịch UBND huyện Phong Thổ, đón đoàn 18 người của huyện Kim Bình do ông Dương Vĩ dẫn đầu.\n\nHai bên bàn việc mở chợ biên giới vào thứ bảy hằng tuần.",
    ),
  );
  const input =
    "Ai đón đoàn huyện Kim Bình?\ncòn bà ấy giữ chức gì?\n/reset\ncòn bà ấy giữ chức gì?\n";
  const env = { CORPUS_DIR: space.corpusDir, INDEX_DIR: space.indexDir };
  const { code, stdout } = await run(env, input);
  expect(code).toBe(0);
  const [, followUp, reset, alone] = stdout.split(/^> /mu).slice(1);
  expect(followUp).toContain("\nTôi hiểu câu hỏi là: Bà Lò Thị Hạnh giữ chức gì?\n\n");
  expect(followUp).toMatch(/Phó Chủ tịch UBND huyện Phong Thổ.* \[1\]\n/u);
  expect(reset).toBe("/reset\nĐã xóa ngữ cảnh. Mời bạn đặt câu hỏi mới.\n\n");
  expect(alone).not.toContain("Tôi hiểu câu hỏi");
});

it("a source of the last answer is read at its passage, in the pager where there is one", async () => {
  const env = { CORPUS_DIR: space.corpusDir, INDEX_DIR: space.indexDir, PAGER: "exit 1" };
  const input = "doc 1\nAi đón đoàn huyện Kim Bình?\nđọc 1\nread [9]\n";
  const { code, stdout } = await run(env, input);
  expect(code).toBe(0);
  const [early, , article, missing] = stdout.split(/^> /mu).slice(1);
  expect(early).toContain("Chưa có câu trả lời nào để mở nguồn.");
  expect(article).toBe(
    [
      "đọc 1",
      "Huyện Phong Thổ đón đoàn Kim Bình",
      "Báo Thử nghiệm · Đăng ngày 06/05/2024",
      "Diễn ra: 12/04/2024",
      "https://example.com/bai",
      "",
      "▶ Ngày 12/4/2024, bà Lò Thị Hạnh, Phó Chủ tịch UBND huyện Phong Thổ, đón đoàn 18 người của huyện Kim Bình do ông Dương Vĩ dẫn đầu.",
      "",
      "Hai bên bàn việc mở chợ biên giới vào thứ bảy hằng tuần.",
      "",
      "",
    ].join("\n"),
  );
  expect(missing).toContain("không có nguồn [9]. Xin chọn từ 1 đến 1.");
});
