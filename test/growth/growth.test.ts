import { describe, it } from "vitest";
import { readTypedFilter } from "../../src/answers/visits/lists/read-typed-filter.ts";
import { askInChat, Conversations } from "../../src/apps/shared/ask.ts";
import { expectLinear, repeated } from "../growth.ts";
import { markdown, report, workspace } from "../index/fixture.ts";
import { runningEngine } from "../running-engine.ts";
import { DOORS } from "./doors.ts";
import { SIGNS, vocabulary } from "./vocabulary.ts";

/** A part of the words, as many as a quick run can pump; test/slow pumps all of them. */
const UNITS = [...SIGNS.filter((_, i) => i % 4 === 0), ...vocabulary().slice(0, 12)];

const space = workspace();
const engine = runningEngine(space, () => {
  const text = "Sáng 3/8/2023, đoàn châu Hồng Hà do ông Lý Quốc Phong dẫn đầu thăm tỉnh Lào Cai.";
  space.write("doan.md", markdown("Đoàn châu Hồng Hà thăm Lào Cai", text, "2023-08-04"));
  for (const n of [1, 2]) space.write(`khac/bai-${n}.md`, report(n));
});

describe("work grows with the length of a text of one word or sign, read as", () => {
  it.each(DOORS)("$name", async ({ take }) => {
    for (const unit of UNITS)
      await expectLinear((size) => take(repeated(unit, size)), 64_000, unit);
  });

  it("a question", async () => {
    for (const unit of UNITS)
      await expectLinear((size) => engine().ask(repeated(unit, size)), 16_000, unit);
  });

  it("a follow-up", async () => {
    const conversations = new Conversations({ now: () => 0 });
    const say = (text: string) => askInChat(engine(), conversations, "1:", text);
    for (const unit of UNITS) {
      await say("Ai dẫn đầu đoàn châu Hồng Hà thăm Lào Cai?");
      await expectLinear((size) => say(`còn ông ấy ${repeated(unit, size)}`), 16_000, unit);
    }
  });

  it("a filter of visits", async () => {
    const read = (typed: string) => readTypedFilter(typed, "2026-11-22", engine().register());
    for (const unit of UNITS)
      await expectLinear((size) => read(repeated(unit, size)), 64_000, unit);
  });
});
