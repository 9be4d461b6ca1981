import { expect, it } from "vitest";
import { asMeant } from "../../../src/answers/question/as-meant.ts";

it.each([
  ["AI TIẾP ĐOÀN BẰNG TƯỜNG", "ai tiếp đoàn Bằng Tường"],
  ["ai tiếp đoàn bằng tường?", "ai tiếp đoàn Bằng Tường?"],
  ["Vì sao ông Huyên cám ơn Sùng Tả?", "Vì sao ông Huyên cảm ơn Sùng Tả?"],
  ["Vợ chồng ông Ba ở Lạng Sơn mấy ngày?", "ông Ba ở Lạng Sơn mấy ngày?"],
  ["ông Huyên tiep ai", "ong Huyen tiep ai"],
  ["Hùng Ba đến khi nao", "Hung Ba den khi nao"],
  ["ai tieeps ddaij suws hufng ba", "ai tiếp đại sứ hùng ba"],
  ["Ai tiếp đoàn BằngTường ở langson", "Ai tiếp đoàn Bằng Tường ở Lạng Sơn"],
  ["Đoàn Bằng Tường gặp ai?", "Ai tiếp đoàn Bằng Tường?"],
  ["doan bang tuong lam viec voi ai", "Ai tiep doan bang tuong?"],
])("%s → %s", (typed, meant) => {
  expect(asMeant(typed)).toBe(meant);
});

it.each([
  "Ai tiếp Đại sứ Hùng Ba tại Lạng Sơn?",
  "ai tiep dai su hung ba",
  "Ông Trump bàn chuyện chip với ai?",
  "Bao giờ ông Kim Jong-un đến Hà Nội?",
  "Tổng thống Moon thăm Hà Nội ngày nào?",
])("leaves what is in order: %s", (text) => {
  expect(asMeant(text)).toBe(text);
});
