import { vietnamDay } from "../locale/format.ts";
import type { VisitFilter } from "../register/filter.ts";
import type { Register } from "../register/register.ts";
import { readTypedFilter } from "../register/typed-filter/read-typed-filter.ts";
import { UsageError } from "./io.ts";
import type { VisitOptions } from "./visit-options.ts";

/**
 * The filter of a command; an option goes before what the words say.
 *
 * @throws {UsageError} For a time that cannot be.
 */
export function visitFilter(
  words: readonly string[],
  { from, to, place, person, counterpart }: VisitOptions,
  register: Register,
): VisitFilter {
  if (from !== undefined && to !== undefined && from > to)
    throw new UsageError(`--from ${from} lies behind --to ${to}`);
  const typed = readTypedFilter(words.join(" "), vietnamDay(new Date()), register);
  if (typed.impossible !== null)
    throw new UsageError(`there is no "${typed.impossible}" in the calendar`);
  return {
    ...typed.filter,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(place !== undefined && { place }),
    ...(person !== undefined && { person }),
    ...(counterpart !== undefined && { counterpart }),
  };
}
