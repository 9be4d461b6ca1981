import type { RegisterFacts } from "../../locale/index.ts";
import type { Register, VisitFilter } from "../../model/index.ts";

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
