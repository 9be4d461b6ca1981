import { pino } from "pino";
import { expect, test } from "vitest";
import { memoryDatabase } from "../../../../src/apps/telegram/delivery/bot-database.ts";
import { Intake } from "../../../../src/apps/telegram/delivery/intake.ts";
import { createJournal, SUSPECT_ATTEMPTS } from "../../../../src/apps/telegram/delivery/journal.ts";

const update = (id: number) => ({ update_id: id, message: { text: `câu ${id}` } as never });

test("tries updates that may have ended the process one after another", async () => {
  const journal = createJournal(memoryDatabase());
  journal.add([update(1), update(2), update(3)]);
  for (let run = 0; run < SUSPECT_ATTEMPTS; run++) {
    journal.begin(1);
    journal.begin(2);
  }
  const events: string[] = [];
  const ends = new Map<number, () => void>();
  const intake = new Intake({
    journal,
    logger: pino({ level: "silent" }),
    handle: ({ update_id: id }) => {
      events.push(`begin ${id}`);
      return new Promise<void>((resolve) => ends.set(id, resolve));
    },
  });
  intake.resume();
  expect(events).toEqual(["begin 3", "begin 1"]);
  ends.get(1)!();
  await expect.poll(() => events).toEqual(["begin 3", "begin 1", "begin 2"]);
  ends.get(2)!();
  ends.get(3)!();
  await intake.drain(1000);
  expect(journal.resume()).toEqual({ updates: [], suspects: [], givenUp: [] });
});
