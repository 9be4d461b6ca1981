import type { InlineKeyboardButton, Message } from "grammy/types";
import { describe, expect, test } from "vitest";
import { checkPass, publicLinks } from "../../../src/apps/reader/links.ts";
import type { Answer } from "../../../src/model/answer.ts";
import { group } from "./fake-chats.ts";
import { runningBot } from "./running-bot.ts";
import { answered, citation, refused } from "./samples.ts";

const TOKEN = "0123456789abcdefABCDEF-_";
const withReader = (readerUrl: string, readerToken: string | null = null) =>
  runningBot({ reader: publicLinks({ readerUrl, readerToken }) });

/** Without a page of its own, in a folder. */
const WITHOUT_PAGE = citation(2, {
  url: null,
  link: null,
  articleId: "la/tin 2",
  start: 5,
  end: 42,
});
const cites = (...citations: Answer["citations"]) =>
  answered("Ai tiếp đoàn Bằng Tường?", { citations });
const webButtons = ({ reply_markup }: Message) =>
  (reply_markup?.inline_keyboard.flat() ?? []).filter(
    (button): button is InlineKeyboardButton.WebAppButton => "web_app" in button,
  );
const linksOf = ({ entities = [] }: Message) =>
  entities.flatMap((entity) => (entity.type === "text_link" ? entity.url : []));
const PASSAGE = /^https:\/\/doc\.example\/bai\/la\/tin%202\?doan=5-42-[0-9a-f]{8}#doan$/u;

describe("where the web reader has a public address", () => {
  const setup = withReader("https://doc.example");

  test("a citation without a page leads there, by link and by a button inside Telegram", async () => {
    setup.engine.respond = () => cites(citation(1), WITHOUT_PAGE);
    setup.api.say("Ai tiếp đoàn Bằng Tường?");
    const reply = await setup.api.reply();
    expect(linksOf(reply).filter((link) => PASSAGE.test(link)).length).toBeGreaterThan(0);
    const [button, ...others] = webButtons(reply);
    expect(others).toEqual([]);
    expect(button).toMatchObject({ text: "Đọc bản web [2]" });
    expect(button!.web_app.url).toMatch(PASSAGE);
  });

  test("citations with pages keep their links and get no button", async () => {
    setup.engine.respond = () => cites(citation(1));
    setup.api.say("Ai tiếp đoàn Bằng Tường?");
    const reply = await setup.api.reply();
    expect(webButtons(reply)).toEqual([]);
    for (const link of linksOf(reply)) expect(link).toMatch(/^https:\/\/bao\.example\//u);
  });

  test("the nearest articles of a refusal lead there too", async () => {
    setup.engine.respond = (question) => refused(question, { nearest: [WITHOUT_PAGE] });
    setup.api.say("Ai tiếp đoàn Bằng Tường?");
    expect(linksOf(await setup.api.reply())[0]).toMatch(PASSAGE);
  });

  test("in a group there is the link alone: Telegram takes such buttons in private chats", async () => {
    setup.engine.respond = () => cites(WITHOUT_PAGE);
    setup.api.say("/ask Ai tiếp đoàn Bằng Tường?", { chat: group() });
    const reply = await setup.api.reply();
    expect(webButtons(reply)).toEqual([]);
    expect(linksOf(reply)[0]).toMatch(PASSAGE);
  });

  test("the button stays when more passages were shown", async () => {
    setup.engine.respond = () => ({ ...cites(WITHOUT_PAGE), more: [citation(3)] });
    setup.api.say("Ai tiếp đoàn Bằng Tường?");
    const reply = await setup.api.reply();
    setup.api.press(reply, "more:0");
    await setup.api.waitFor("editMessageReplyMarkup");
    const [edit] = setup.api.done("editMessageReplyMarkup");
    expect(webButtons(edit!.result as Message)).toHaveLength(1);
  });
});

describe("where its address is not https", () => {
  const setup = withReader("http://doc.example");

  test("there is the link alone", async () => {
    setup.engine.respond = () => cites(WITHOUT_PAGE);
    setup.api.say("Ai tiếp đoàn Bằng Tường?");
    const reply = await setup.api.reply();
    expect(webButtons(reply)).toEqual([]);
    expect(linksOf(reply)[0]).toMatch(/^http:\/\/doc\.example\/bai\//u);
  });
});

describe("where not everyone may read", () => {
  const setup = withReader("https://doc.example", TOKEN);

  test("links are signed and do not tell the token", async () => {
    setup.engine.respond = () => cites(WITHOUT_PAGE);
    setup.api.say("Ai tiếp đoàn Bằng Tường?");
    const reply = await setup.api.reply();
    for (const link of [...linksOf(reply), webButtons(reply)[0]!.web_app.url]) {
      expect(checkPass(TOKEN, new URL(link).searchParams.get("k"), Date.now())).toBe("valid");
      expect(link).not.toContain(TOKEN);
    }
  });
});

describe("where there is no reader", () => {
  const setup = runningBot();

  test("a citation without a page has no link", async () => {
    setup.engine.respond = () => cites(WITHOUT_PAGE);
    setup.api.say("Ai tiếp đoàn Bằng Tường?");
    const reply = await setup.api.reply();
    expect([...linksOf(reply), ...webButtons(reply)]).toEqual([]);
  });
});
