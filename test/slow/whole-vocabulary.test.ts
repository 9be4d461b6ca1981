import { it } from "vitest";
import { DOORS } from "../growth/doors.ts";
import { SIGNS, vocabulary } from "../growth/vocabulary.ts";
import { expectLinear, repeated } from "../growth.ts";

const WORDS = vocabulary();

/** It takes hours: for a night, `WHOLE_VOCABULARY=1 npm run test:slow -- test/slow`. */
it.skipIf(process.env.WHOLE_VOCABULARY === undefined).each(DOORS)(
  "pumping any word or sign, work grows with the length of $name",
  async ({ name, take }) => {
    // Markup meets words like any text does: a tenth of them shows it.
    const words = /text|date/u.test(name) ? WORDS : WORDS.filter((_, i) => i % 10 === 0);
    for (const unit of [...SIGNS, ...words])
      await expectLinear((size) => take(repeated(unit, size)), 16_000, unit);
  },
  3_600_000,
);
