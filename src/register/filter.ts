import type { VisitKind } from "./visit.ts";

/**
 * Which visits are meant. Parts that are given must all hold. Texts match with or without tone marks,
 * in any case, Chinese and English names by their Vietnamese form; a place or a side by province, country
 * or organisation, and by what lies in it: "Quảng Tây" takes in Bằng Tường, "Trung Quốc" both.
 */
export interface VisitFilter {
  /** Free words; each must stand in some field of the record or in a title of its articles. */
  readonly words?: string;
  /** First and last day, `YYYY-MM-DD`; a visit of which only month or year is known matches where its span overlaps. */
  readonly from?: string;
  readonly to?: string;
  /** True: only visits of which no year is known, which `from` and `to` cannot find. */
  readonly undated?: boolean;
  /** Where it took place; where that is not told, where the host is. */
  readonly place?: string;
  /** Name (whole, family or given), or a position, of someone on either side. */
  readonly person?: string;
  /**
   * Province, country or organisation of the side that is not the corpus' own: the foreign one where a
   * Vietnamese side is the other, else the guest; between two sides of one country either of them.
   */
  readonly counterpart?: string;
  /** A side by province, country, organisation, or the name of one of its people. */
  readonly host?: string;
  readonly guest?: string;
  /** Sides, whichever of them received; each matches one of the two. */
  readonly sides?: readonly string[];
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
