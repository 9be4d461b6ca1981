import { beforeAll, expect, it } from "vitest";
import { findArticles } from "../../../src/answers/search/find-articles.ts";
import { markdown, workspace } from "../../index/fixture.ts";

const space = workspace();
const find = (words: string) => space.read((index) => findArticles(index, words));

beforeAll(async () => {
  const url = (text: string, n: number) => text.replace("example.com/bai", `example.com/bai-${n}`);
  space.write(
    "tin/bang-tuong.md",
    url(markdown("Lạng Sơn tiếp đoàn Bằng Tường", "Hai bên bàn về cửa khẩu."), 1),
  );
  space.write(
    "sung-ta.md",
    url(markdown("Thăm Sùng Tả", "Đoàn ghé Bằng Tường rồi về Lạng Sơn.", "2023-01-02"), 2),
  );
  space.write("ha-khau.md", url(markdown("Làm việc tại Hà Khẩu", "Hai bên bàn về du lịch."), 3));
  await space.build();
});

it("articles are found by all the words, without marks, the title first", () => {
  expect(find("bang tuong")).toEqual(["tin/bang-tuong", "sung-ta"]);
  expect(find("Bằng Tường cửa khẩu")).toEqual(["tin/bang-tuong"]);
  expect(find("bằng tường báo thử nghiệm 2023")).toEqual(["sung-ta"]);
});

it("where none has all the words, those with some", () => {
  expect(find("Hà Khẩu ngoại giao nhân dân")[0]).toBe("ha-khau");
  expect(find("zzz")).toEqual([]);
  expect(find('"* OR NEAR(')).toEqual([]);
});

it("an id, a file name and an address find their article", () => {
  expect(find("tin/bang-tuong")).toEqual(["tin/bang-tuong"]);
  expect(find("sung-ta.md")).toEqual(["sung-ta"]);
  expect(find("http://www.example.com/bai-3?utm_source=x")).toEqual(["ha-khau"]);
  expect(find("https://example.com/none")).toEqual([]);
});
