import { describe, expect, test } from "vitest";
import type { AnswerOptions } from "../../../src/answers/options.ts";
import { askInChat, Conversations } from "../../../src/apps/shared/ask.ts";
import type { Language } from "../../../src/model/language.ts";
import { LED, WHEN } from "../../answers/question/exchanges.ts";
import { answered, refused } from "../telegram/samples.ts";

const MINUTE_MS = 60_000;

describe("the last exchange of a chat", () => {
  test("is kept for 30 minutes and no longer", () => {
    let now = 1_000_000;
    const conversations = new Conversations({ now: () => now });
    conversations.remember("1:", { ...LED, at: now });
    now += 30 * MINUTE_MS;
    expect(conversations.last("1:")?.question).toBe(LED.question);
    now += 1;
    expect(conversations.last("1:")).toBeNull();
    now -= 5 * MINUTE_MS;
    expect(conversations.last("1:")).toBeNull();
  });

  test("belongs to that chat alone, is replaced by the next one and can be forgotten", () => {
    const conversations = new Conversations({ now: () => 0 });
    conversations.remember("1:", LED);
    expect(conversations.last("2:")).toBeNull();
    conversations.remember("1:", WHEN);
    conversations.remember("2:", LED);
    expect(conversations.last("1:")?.question).toBe(WHEN.question);
    conversations.forget("1:");
    conversations.forget("3:");
    expect(conversations.last("1:")).toBeNull();
    expect(conversations.last("2:")?.question).toBe(LED.question);
  });

  test("goes first where it was not used for longest", () => {
    const conversations = new Conversations({ now: () => 0, maxChats: 2 });
    conversations.remember("1:", LED);
    conversations.remember("2:", LED);
    conversations.last("1:");
    conversations.remember("3:", LED);
    expect(["1:", "2:", "3:"].map((key) => conversations.last(key) !== null)).toEqual([
      true,
      false,
      true,
    ]);
  });
});

/** An engine that notes what it is asked, and a chat with it. */
function chat(respond = answered) {
  const calls: [string, AnswerOptions | undefined][] = [];
  const engine = {
    ask: async (question: string, options?: AnswerOptions) => {
      calls.push([question, options]);
      return respond(question);
    },
  };
  const conversations = new Conversations({ now: () => 0 });
  const say = (text: string, reader: Language | null = null) =>
    askInChat(engine, conversations, "1:", text, reader);
  return { calls, say };
}

describe("asking in a chat", () => {
  test("takes what says little for the person's own language, and nothing else", async () => {
    const { calls, say } = chat();
    for (const text of ["thanks", "Bang Tuong", "Who received them in Lang Son?", "谢谢"])
      await say(text, "vi");
    expect(calls.map(([, options]) => options?.language)).toEqual([
      "vi",
      "vi",
      undefined,
      undefined,
    ]);
  });

  test("asks once more in the words' own language where the person's finds nothing", async () => {
    const { calls, say } = chat((question) =>
      calls.length < 2 ? refused(question) : answered(question, { language: "en" }),
    );
    const { answer } = await say("Xiong Bo", "vi");
    expect(answer).toMatchObject({ answered: true, language: "vi" });
  });

  test("completes a follow-up and tells how it was understood", async () => {
    const { calls, say } = chat();
    expect((await say("Ai tiếp đoàn Bằng Tường?")).understood).toBeNull();
    const reply = await say("còn  ông ấy giữ chức gì?");
    expect(reply.understood).toBe("Ông Nguyễn Văn Mẫu giữ chức gì?");
    expect(reply.answer.question).toBe(reply.understood);
    expect(calls).toEqual([
      ["Ai tiếp đoàn Bằng Tường?", undefined],
      ["Ông Nguyễn Văn Mẫu giữ chức gì?", { language: "vi" }],
    ]);
  });

  test("asks follow-ups of follow-ups", async () => {
    const { calls, say } = chat();
    for (const text of ["Ai tiếp đoàn Bằng Tường năm 2022?", "năm 2023 thì sao?", "còn Sùng Tả?"])
      await say(text);
    expect(calls.at(-1)![0]).toBe("Ai tiếp đoàn Sùng Tả năm 2023?");
  });

  test("goes back to what happened after asking who somebody is", async () => {
    const { calls, say } = chat();
    for (const text of ["Ai tiếp đoàn Bằng Tường?", "ông ấy giữ chức gì?", "khi nào?"])
      await say(text);
    expect(calls.at(-1)![0]).toBe("Nguyễn Văn Mẫu tiếp đoàn Bằng Tường khi nào?");
  });

  test("keeps the exchange before a follow-up that it could not understand", async () => {
    const { calls, say } = chat();
    for (const text of ["Ai tiếp đoàn Bằng Tường?", "Bà ấy là ai?", "Ông ấy là ai?"])
      await say(text);
    expect(calls.slice(1).map(([question]) => question)).toEqual([
      "Bà ấy là ai?",
      "Ông Nguyễn Văn Mẫu là ai?",
    ]);
  });

  test("leaves a full question alone, and a follow-up of nothing", async () => {
    const { calls, say } = chat();
    await say("còn ông ấy?");
    await say("Ai tiếp đoàn Bằng Tường?");
    await say("Ông Trần Khải giữ chức gì?");
    expect(calls.map(([question]) => question)).toEqual([
      "còn ông ấy?",
      "Ai tiếp đoàn Bằng Tường?",
      "Ông Trần Khải giữ chức gì?",
    ]);
  });

  test("keeps the exchange before a text in which nothing could be read", async () => {
    const { calls, say } = chat((question) =>
      question === "hở" ? refused(question, { nearest: [] }) : answered(question),
    );
    await say("Ai tiếp đoàn Bằng Tường?");
    await say("hở");
    await say("ông ấy là ai?");
    expect(calls.at(-1)![0]).toBe("Ông Nguyễn Văn Mẫu là ai?");
  });
});

describe("what follows on an answer, or on nothing", () => {
  const find = () => ({ total: 0, articles: 0, visits: [] });
  const talk = (respond = answered) => {
    const conversations = new Conversations({ now: () => 0 });
    const engine = {
      ask: async (question: string) => respond(question),
      register: () => ({
        find,
        has: () => false,
        visit: () => null,
        ofArticle: () => [],
        articleIds: () => [],
        facets: () => NO_FACETS,
      }),
    };
    return (text: string) => askInChat(engine, conversations, "1:", text);
  };
  const NO_FACETS = { years: [], counterparts: [], places: [] };

  test.each(["Ngày nào?", "Ông ấy giữ chức vụ gì?", "chi tiết hơn", "What is his position?"])(
    "asks which visit is meant where nothing came before: %s",
    async (text) => {
      const { answer } = await talk()(text);
      expect(answer.answered).toBe(false);
      expect(answer.answer).toMatch(/chuyến thăm nào|Which visit/u);
    },
  );

  test("tells more of the last answer as long as passages are left", async () => {
    const passage = { ...answered("?").citations[0]!, quote: "Đoàn thăm chợ." };
    const say = talk((question) => ({ ...answered(question), more: [passage] }));
    await say("Ai tiếp đoàn Bằng Tường?");
    const { answer } = await say("nói rõ hơn đi");
    expect(answer.answer).toBe("Đoàn thăm chợ. [1]");
    expect((await say("chi tiết hơn nữa")).answer.answered).toBe(false);
  });

  test("keeps the last answer over a thank-you", async () => {
    const say = talk((question) =>
      question === "cảm ơn" ? { ...refused(question), isTalk: true } : answered(question),
    );
    await say("Ai tiếp đoàn Bằng Tường?");
    await say("cảm ơn");
    expect((await say("ngày nào?")).understood).toMatch(/Bằng Tường ngày nào/u);
  });
});
