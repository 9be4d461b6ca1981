import type { VisitKind } from "./visit.ts";

/**
 * Which visits are meant. Parts that are given must all hold. Texts match with or without tone marks,
 * in any case; a place or a side by province, country or organisation.
 */
export interface VisitFilter {
  /** Free words; each must stand in some field of the record or in a title of its articles. */
  readonly words?: string;
  /** First and last day, `YYYY-MM-DD`; a visit of which only month or year is known matches where its span overlaps. */
  readonly from?: string;
  readonly to?: string;
  readonly place?: string;
  /** Name (whole, family or given), or a position, of someone on either side. */
  readonly person?: string;
  /** Province, country or organisation of either side that is not the host's own country: "Quảng Tây", "Trung Quốc". */
  readonly counterpart?: string;
  readonly host?: string;
  readonly guest?: string;
  readonly kinds?: readonly VisitKind[];
  readonly topic?: string;
  readonly planned?: boolean;
}

/** A value that visits can be filtered by, and how many match. */
export interface Facet {
  readonly value: string;
  readonly count: number;
}

/** Facets of the visits that match a filter, most frequent first; years newest first. */
export interface VisitFacets {
  readonly years: readonly Facet[];
  readonly counterparts: readonly Facet[];
  readonly places: readonly Facet[];
}
