import type { FilterButton, RegisterFacts } from "../../locale/index.ts";
import type { Facet, Register, VisitFilter } from "../../model/index.ts";

/** What a register holds of the visits that match: how many, of how many articles, from which years. */
export function factsOf(register: Register, filter: VisitFilter): RegisterFacts {
  const { total, articles } = register.find(filter, { offset: 0, limit: 0 });
  const { years } = register.facets(filter);
  const [newest] = years;
  const oldest = years.at(-1);
  return {
    total,
    articles,
    years: newest && oldest ? { first: oldest.value, last: newest.value } : null,
  };
}

/** Every visit that matches. */
export const ALL_VISITS = { offset: 0, limit: Number.MAX_SAFE_INTEGER } as const;

/** Stands for the visits of which no year is known. */
export const NO_YEAR = "?";

/** A filter without the part that a button sets. */
export function withoutValue(filter: VisitFilter, by: FilterButton): VisitFilter {
  if (by === "year") {
    const { from: _from, to: _to, undated: _undated, ...rest } = filter;
    return rest;
  }
  const { [by]: _, ...rest } = filter;
  return rest;
}

/** A filter with a value of `filterValues`. */
export function withValue(filter: VisitFilter, by: FilterButton, value: string): VisitFilter {
  const rest = withoutValue(filter, by);
  if (by !== "year") return { ...rest, [by]: value };
  if (value === NO_YEAR) return { ...rest, undated: true };
  return { ...rest, from: `${value}-01-01`, to: `${value}-12-31` };
}

/** The values that a button offers: what the other parts of the filter leave. */
export function filterValues(
  register: Register,
  filter: VisitFilter,
  by: FilterButton,
): readonly Facet[] {
  const rest = withoutValue(filter, by);
  const facets = register.facets(rest);
  if (by === "counterpart") return facets.counterparts;
  if (by === "place") return facets.places;
  const undated = register.find({ ...rest, undated: true }, { offset: 0, limit: 0 }).total;
  return undated === 0 ? facets.years : [...facets.years, { value: NO_YEAR, count: undated }];
}

/** The value that is set, null where none is, or where the time is not one whole year. */
export function setValue(filter: VisitFilter, by: FilterButton): string | null {
  if (by !== "year") return filter[by] ?? null;
  if (filter.undated) return NO_YEAR;
  const year = filter.from?.slice(0, 4);
  const isYear = filter.from === `${year}-01-01` && filter.to === `${year}-12-31`;
  return isYear ? (year ?? null) : null;
}
