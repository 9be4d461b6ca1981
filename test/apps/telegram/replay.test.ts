import { pino } from "pino";
import { expect, test } from "vitest";
import { memoryDatabase } from "../../../src/apps/telegram/delivery/bot-database.ts";
import { createJournal, replaySent } from "../../../src/apps/telegram/delivery/journal.ts";

test("a message that was refused and sent otherwise moves none of those after it, however often it is replayed", async () => {
  const journal = createJournal(memoryDatabase());
  journal.add([{ update_id: 1, message: { text: "câu" } as never }]);
  const sent: string[] = [];
  const telegram = async (_: string, { text }: { text: string }) => {
    if (text === "<b>1") return { ok: false, error_code: 400, description: "can't parse" };
    sent.push(text);
    return { ok: true, result: { message_id: sent.length } };
  };
  /** Sends three messages, the first as plain text where its HTML is refused; a kill ends it after `most` sent. */
  const answer = async (most: number) => {
    const call = replaySent(1, journal, pino({ enabled: false })) as unknown as (
      ...call: [typeof telegram, string, { text: string }]
    ) => ReturnType<typeof telegram>;
    const ids: unknown[] = [];
    const send = async (text: string) => {
      const response = await call(telegram, "sendMessage", { text });
      if (response.ok) ids.push(response.result?.message_id);
      return response.ok;
    };
    if (!(await send("<b>1"))) await send("1");
    for (const text of ["2", "3"]) if (sent.length < most) await send(text);
    return ids;
  };
  await answer(1);
  await answer(2);
  expect(await answer(3)).toEqual([1, 2, 3]);
  expect(sent).toEqual(["1", "2", "3"]);
});
