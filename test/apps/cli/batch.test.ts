import { describe, expect, it } from "vitest";
import { readLine } from "../../../src/apps/cli/commands/ask.ts";

const KEYS = ["question", "query"];

describe("a batch line", () => {
  it("is read with its id as it came", () => {
    expect(readLine('{"id":"a1","question":"Ai?"}', KEYS)).toEqual({
      ok: true,
      id: "a1",
      text: "Ai?",
    });
    expect(readLine('{"id":7,"query":"Ai?"}', KEYS)).toEqual({ ok: true, id: 7, text: "Ai?" });
    expect(readLine('{"question":""}', KEYS)).toEqual({ ok: true, id: undefined, text: "" });
  });

  it.each([
    ["not json", undefined, /not JSON/u],
    ["[1]", undefined, /not a JSON object/u],
    ["null", undefined, /not a JSON object/u],
    ['{"id":"x"}', "x", /"question" is missing/u],
    ['{"id":3,"question":5}', 3, /not a text/u],
    ['{"id":{},"question":5}', undefined, /not a text/u],
  ])("%s is told with what is wrong", (line, id, error) => {
    const read = readLine(line, KEYS);
    expect(read).toMatchObject({ ok: false, id });
    expect(!read.ok && read.error).toMatch(error);
  });
});
