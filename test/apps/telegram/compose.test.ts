import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Block,
  composeMessages,
  MAX_MESSAGE_CHARS,
} from "../../../src/apps/telegram/compose.ts";
import { parseTelegramHtml } from "./telegram-html.ts";

const anyText = fc.string({ unit: "binary", minLength: 1, maxLength: 60 });
const anyRun = fc.record({
  text: anyText,
  bold: fc.boolean(),
  italic: fc.boolean(),
  link: fc.constantFrom(null, "https://a.example/?x=1&y=%22#:~:text=a,b", "javascript:alert(1)"),
});
const anyBlock: fc.Arbitrary<Block> = fc.record({
  runs: fc.array(anyRun, { minLength: 1, maxLength: 8 }),
  quote: fc.boolean(),
  gap: fc.boolean(),
  keepWithNext: fc.boolean(),
  plainSuffix: fc.constantFrom("", "\nhttps://a.example/"),
});

const withoutSpace = (text: string) => text.replace(/\s+/gu, "");

describe("composeMessages", () => {
  test("gives HTML that Telegram parses to the same text, whatever the text is", () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 12 }), (blocks) => {
        for (const message of composeMessages(blocks)) {
          expect(parseTelegramHtml(message.html).text).toBe(message.text);
        }
      }),
    );
  });

  test("keeps both forms of every message within the limit and loses no text", () => {
    fc.assert(
      fc.property(
        fc.array(anyBlock, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 40, max: 400 }),
        (blocks, limit) => {
          const messages = composeMessages(blocks, limit);
          for (const { text, plain } of messages) {
            expect(text.length).toBeLessThanOrEqual(limit);
            expect(plain.length).toBeLessThanOrEqual(limit);
          }
          const expected = blocks.flatMap((block) => block.runs.map((run) => run.text)).join("");
          expect(withoutSpace(messages.map((m) => m.text).join(""))).toBe(withoutSpace(expected));
        },
      ),
    );
  });

  test("never cuts a surrogate pair", () => {
    const [first] = composeMessages([{ runs: [{ text: "🇻🇳".repeat(40) }] }], 41);
    expect(first!.text.isWellFormed()).toBe(true);
  });

  test("splits at block borders and keeps a label with what it labels", () => {
    const messages = composeMessages(
      [
        { runs: [{ text: "a".repeat(60) }] },
        { runs: [{ text: "Label:" }], gap: true, keepWithNext: true },
        { runs: [{ text: "b".repeat(60) }] },
      ],
      100,
    );
    expect(messages.map((m) => m.text)).toEqual(["a".repeat(60), `Label:\n${"b".repeat(60)}`]);
  });

  test("cuts a block that is too long after a sentence", () => {
    const [first, second] = composeMessages(
      [{ runs: [{ text: "Câu thứ nhất dài vừa. Câu thứ hai cũng vậy. Câu ba." }] }],
      45,
    );
    expect(first!.text).toBe("Câu thứ nhất dài vừa. Câu thứ hai cũng vậy.");
    expect(second!.text).toBe("Câu ba.");
  });

  test("puts neighbouring quotes into one expandable quote", () => {
    const [message] = composeMessages([
      { runs: [{ text: "x" }] },
      { runs: [{ text: "q1" }], quote: true },
      { runs: [{ text: "q2" }], quote: true },
      { runs: [{ text: "y" }] },
    ]);
    expect(message!.html).toBe("x\n<blockquote expandable>q1\nq2</blockquote>\ny");
  });

  test("uses Telegram's own limit by default", () => {
    expect(MAX_MESSAGE_CHARS).toBe(4096);
    const full = composeMessages([{ runs: [{ text: "<".repeat(4096) }] }]);
    expect(full).toHaveLength(1);
    expect(composeMessages([{ runs: [{ text: "<".repeat(4097) }] }])).toHaveLength(2);
  });
});
