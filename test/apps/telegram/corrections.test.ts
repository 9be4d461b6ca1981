import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Message } from "grammy/types";
import { describe, expect, test } from "vitest";
import { user } from "./fake-chats.ts";
import { phone, realEngine } from "./real-engine.ts";
import { runningBot } from "./running-bot.ts";

const article = (title: string, published: string, text: string) =>
  `---\ntitle: "${title}"\nsource: Báo Thử\npublished: ${published}\n---\n\n${text}\n`;
const LED =
  "Ngày 12/3/2024, tại thành phố Lạng Sơn, bà Lê Thị Mẫu, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn công tác thành phố Sùng Tả (Trung Quốc) do ông Lý Thử dẫn đầu.";

const setup = runningBot();
realEngine(setup, () => ({
  "mot.md": article("Lạng Sơn tiếp đoàn Sùng Tả", "2024-03-12", LED),
  "hai.md": article(
    "Phó Chủ tịch tỉnh tiếp khách Sùng Tả",
    "2024-03-13",
    LED.replace("Ngày", "Hôm"),
  ),
  "ba.md": article(
    "Thêm một buổi tiếp ở Lạng Sơn",
    "2024-03-14",
    "Ngày 14/3/2024, bà Lê Thị Mẫu, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn thành phố Sùng Tả (Trung Quốc) do ông Lý Thử dẫn đầu.",
  ),
}));
const admin = phone(setup);
const visits = () =>
  setup.engine
    .register()
    .find({}, { offset: 0, limit: 9, order: "oldest" })
    .visits.map(({ articleIds }) => articleIds.join("+"));
const kept = () => readFileSync(join(setup.corpusDir, "visit-corrections.jsonl"), "utf8");

/** Opens the card of the visit that stands under a number. */
async function openVisit(number: string, who = admin): Promise<Message> {
  const list = await who.say("/visits");
  await who.press(list, number);
  await expect.poll(() => who.labels(list)).not.toContain(number);
  return list;
}
const shown = (message: Message) => admin.shows(message, "Danh mục đã được cập nhật");

describe("an admin", () => {
  test("merges two visits, which stay one after a full build, and takes that back", async () => {
    expect(visits()).toEqual(["mot+hai", "ba"]);
    const card = await openVisit("1");
    await admin.press(card, "Gộp với…");
    await admin.shows(
      card,
      /trùng với chuyến nào\?\n14\/03\/2024 · Tiếp: Lạng Sơn – .*\n\n1\. 12\/03\/2024/u,
    );
    await admin.press(card, "1");
    await admin.shows(card, "Gộp hai chuyến thăm này làm một?");
    await admin.press(card, "Đồng ý");
    await shown(card);
    expect(visits()).toEqual(["mot+hai+ba"]);
    expect(JSON.parse(kept())).toMatchObject({ do: "merge" });
    // As after an edit of one of its articles, and after the index was lost.
    writeFileSync(
      join(setup.corpusDir, "mot.md"),
      article("Lạng Sơn tiếp đoàn Sùng Tả hôm nay", "2024-03-12", LED),
    );
    await setup.reindexer.start({ full: false, startedBy: "a test" } as never);
    await setup.engine.reload();
    expect(visits()).toEqual(["mot+hai+ba"]);
    expect((await admin.say("/log")).text).toMatch(
      /gộp chuyến thăm “14\/03\/2024 · Tiếp: Lạng Sơn/u,
    );
    await admin.press(await admin.say("/undo"), "Hoàn tác");
    await expect.poll(visits).toEqual(["mot+hai", "ba"]);
  });

  test("parts a visit by an article of it", async () => {
    const card = await openVisit("2");
    await admin.press(card, "Tách…");
    await admin.shows(card, /1\. Lạng Sơn tiếp đoàn Sùng Tả\n2\. Phó Chủ tịch/u);
    await admin.press(card, "2");
    await admin.shows(card, "Tách phần theo bài “Phó Chủ tịch tỉnh tiếp khách Sùng Tả” thành");
    await admin.press(card, "Đồng ý");
    await shown(card);
    expect(visits().toSorted()).toEqual(["ba", "hai", "mot"]);
  });

  test("marks a visit as wrong: it is in no list; a reader that tells it otherwise has nothing corrected", async () => {
    const card = await openVisit("1");
    await admin.press(card, "Sai, bỏ đi");
    await admin.shows(card, /^Đánh dấu chuyến thăm này là sai/u);
    await admin.press(card, "Hủy");
    await admin.shows(card, /Bên tiếp|Chủ nhà/u);
    await admin.press(card, "Sai, bỏ đi");
    await admin.press(card, "Đồng ý");
    await shown(card);
    expect(visits()).toEqual(["mot+hai"]);
    const answer = await admin.say("Có bao nhiêu đoàn Trung Quốc thăm Lạng Sơn năm 2024?");
    expect(answer.text).not.toContain("14/3");
    writeFileSync(
      join(setup.corpusDir, "ba.md"),
      article(
        "Thêm một buổi tiếp",
        "2024-03-15",
        LED.replace("12/3", "15/3").replace("Lý Thử", "Vương Thử"),
      ),
    );
    await setup.reindexer.start({ full: false, startedBy: "a test" } as never);
    await setup.engine.reload();
    expect(visits()).toEqual(["mot+hai", "ba"]);
  });
});

test("others see no such buttons, and their presses change nothing", async () => {
  const guest = phone(setup, user(5));
  const card = await openVisit("1", guest);
  expect(guest.labels(card)).not.toContain("Gộp với…");
  const { id } = setup.engine.register().find({}, { offset: 0, limit: 1 }).visits[0]!;
  setup.api.press(card, `vc:W:${id}`, user(5));
  await guest.say("/help");
  expect(visits()).toEqual(["mot+hai", "ba"]);
});
