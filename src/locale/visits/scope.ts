import type { VisitFilter } from "../../register/filter.ts";
import type { VisitKind } from "../../register/visit.ts";
import type { FilterPeriod } from "./partial-dates.ts";

/** How a language names the parts of a filter. */
export interface ScopeWords {
  readonly period: (filter: VisitFilter) => FilterPeriod | null;
  readonly inPeriod: (period: FilterPeriod) => string;
  readonly undated: string;
  readonly planned: string;
  readonly done: string;
  readonly kind: Readonly<Record<VisitKind, string>>;
  readonly place: (name: string) => string;
  readonly host: (name: string) => string;
  readonly guest: (name: string) => string;
  readonly words: (words: string) => string;
}

/** A filter in words, its parts parted by dots. */
export function scopeInWords(filter: VisitFilter, words: ScopeWords): string {
  const period = words.period(filter);
  const parts = [
    ...(period === null ? [] : [words.inPeriod(period)]),
    ...(filter.undated ? [words.undated] : []),
    ...(filter.sides ?? []),
    filter.counterpart,
    filter.host && words.host(filter.host),
    filter.guest && words.guest(filter.guest),
    filter.place && words.place(filter.place),
    filter.person,
    filter.kinds?.map((kind) => words.kind[kind].toLowerCase()).join(", "),
    filter.planned === undefined ? undefined : filter.planned ? words.planned : words.done,
    filter.topic && words.words(filter.topic),
    filter.words && words.words(filter.words),
  ];
  return parts.filter((part) => part !== undefined && part !== "").join(" · ");
}
