import { vietnamDay } from "../../locale/format.ts";
import { factsOf } from "../../register/facts.ts";
import type { VisitFilter } from "../../register/filter.ts";
import type { Register } from "../../register/register.ts";
import { readTypedFilter } from "../../register/typed-filter/read-typed-filter.ts";
import type { BotContext } from "../context.ts";

/** What a command is to show: the visits of a filter, or words that say why there are none. */
export type Typed =
  | { readonly filter: VisitFilter; readonly scope: string }
  | { readonly problem: string };

/** Reads the filter behind a command. That nothing matches is a problem too. */
export function typedFilter(ctx: BotContext, text: string, register: Register): Typed {
  const { visits } = ctx.locale;
  const { filter, impossible } = readTypedFilter(text, vietnamDay(new Date()), register);
  const all = factsOf(register, {});
  if (all.total === 0) return { problem: visits.emptyRegister };
  if (impossible !== null) return { problem: visits.impossible(impossible, all) };
  const scope = visits.scope(filter);
  const { total } = register.find(filter, { offset: 0, limit: 0 });
  return total === 0
    ? { problem: `${visits.nothing(scope, all)}\n${visits.tryFewer}` }
    : { filter, scope };
}
