import { describe, expect, test } from "vitest";
import { DEFAULT_TOPIC } from "../../../src/articles/feeds/feeds-file.ts";
import { isNoArticle } from "../../../src/articles/feeds/read-feed.ts";

const found = {
  title: "Lãnh đạo tỉnh tiếp đoàn đại biểu thành phố Khâm Châu",
  feed: { topic: DEFAULT_TOPIC } as Parameters<typeof isNoArticle>[1]["feed"],
};
const long = (line: string) => Array.from({ length: 12 }, () => line).join(" ");

describe("a page in place of an article", () => {
  test.each([
    ["an error", { title: "404", text: "Trang bạn tìm không tồn tại hoặc đã bị xóa." }],
    [
      "a login",
      { title: "Đăng nhập", text: long("Nhập tên tài khoản và mật khẩu để xem tin bài.") },
    ],
    [
      "a challenge",
      { title: "Just a moment", text: long("Checking your browser before the site opens.") },
    ],
  ])("is told: %s", (_, page) => expect(isNoArticle(page, found)).toBe(true));

  test.each([
    [
      "with the title of the feed",
      { title: found.title, text: long("Buổi gặp diễn ra trong không khí ấm cúng.") },
    ],
    [
      "on the topic under another title",
      { title: "Tin đối ngoại", text: long("Tỉnh tiếp đoàn công tác của Quảng Tây sang thăm.") },
    ],
  ])("is not what an article is %s", (_, page) => expect(isNoArticle(page, found)).toBe(false));
});
