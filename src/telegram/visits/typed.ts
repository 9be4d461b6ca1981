import { vietnamDay } from "../../locale/format.ts";
import type { Locale } from "../../locale/locale.ts";
import { factsOf } from "../../register/facts.ts";
import type { VisitFilter } from "../../register/filter.ts";
import type { Register } from "../../register/register.ts";
import { readTypedFilter } from "../../register/typed-filter/read-typed-filter.ts";

/** What a command is to show: the visits of a filter, or words that say why there are none. */
export type Typed =
  | { readonly filter: VisitFilter; readonly scope: string }
  | { readonly problem: string };

/** Why nothing matches a filter, and what there is. */
export function nothingFound(register: Register, scope: string, { visits }: Locale): string {
  const all = factsOf(register, {});
  if (all.total === 0) return visits.emptyRegister;
  return `${visits.nothing(scope, all)}\n${visits.tryFewer}`;
}

/** Reads the filter behind a command; that it matches something is not checked. */
export function typedFilter(text: string, register: Register, locale: Locale): Typed {
  const { visits } = locale;
  const { filter, impossible } = readTypedFilter(text, vietnamDay(new Date()), register);
  if (impossible === null) return { filter, scope: visits.scope(filter) };
  const all = factsOf(register, {});
  return {
    problem: all.total === 0 ? visits.emptyRegister : visits.impossible(impossible, all),
  };
}
