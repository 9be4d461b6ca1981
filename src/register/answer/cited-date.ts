import { datesIn } from "../../text/dates.ts";
import type { PartialDate } from "../../text/partial-date.ts";

const PARTS = ["year", "month", "day"] as const;

/**
 * How a text tells a date: `told` with all parts that are known; `settled` where its year, or what "hôm nay"
 * means, follows from when the article was published; null where it does not tell it.
 */
export type Told = "told" | "settled" | null;

export function tellsDate(text: string, date: PartialDate): Told {
  const known = PARTS.filter((part) => date[part] !== null);
  if (known.length === 0) return null;
  let told: Told = null;
  for (const mention of datesIn(text)) {
    if (mention.kind === "relative") told = "settled";
    for (const one of [mention.date, mention.endDate]) {
      if (one === null) continue;
      if (known.every((part) => one[part] === date[part])) return "told";
      const fits = known.every((part) => one[part] === null || one[part] === date[part]);
      if (fits && one.year === null && date.year !== null) told = "settled";
    }
  }
  return told;
}
