/** The options by which commands choose visits. */
import { type Command, InvalidArgumentError } from "commander";
import { isPossibleDate, normalizeLine } from "../../language/text/index.ts";
import type { VisitFilter } from "../../model/index.ts";

/** Options by which the commands of the register choose visits. */
export type VisitOptions = Pick<VisitFilter, "from" | "to" | "place" | "person" | "counterpart">;

function isoDay(value: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value);
  const [year, month, day] = (match ?? []).slice(1).map(Number) as [number, number, number];
  if (match !== null && isPossibleDate({ year, month, day })) return value;
  throw new InvalidArgumentError("It must be a day of the calendar as YYYY-MM-DD.");
}

function someText(value: string): string {
  const text = normalizeLine(value).trim();
  if (/[\p{L}\p{N}]/u.test(text)) return text;
  throw new InvalidArgumentError("It must have letters.");
}

/** Adds the options, and the words that filter like those behind `/visits`. */
export function addVisitOptions(command: Command): Command {
  return command
    .argument("[words...]", "names, places, years, months in any order: Quảng Tây 2023")
    .option("--from <day>", "first day, YYYY-MM-DD", isoDay)
    .option("--to <day>", "last day, YYYY-MM-DD", isoDay)
    .option("--place <name>", "where it took place", someText)
    .option("--person <name>", "name or position of someone on either side", someText)
    .option("--counterpart <name>", "province, country or body of the other side", someText);
}
