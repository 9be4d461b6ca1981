import type { Visit, VisitKind } from "./visit.ts";

/** A page of the register. */
export interface VisitPage {
  /** Visits that match, on all pages. */
  readonly total: number;
  /** Articles that tell of the matching visits. */
  readonly articles: number;
  readonly visits: readonly Visit[];
}

/** The register of one index generation, for reading. */
export interface Register {
  /** Visits that match, newest first (unknown dates last), or oldest first. `limit` 0 only counts. */
  find(
    filter: VisitFilter,
    page: { readonly offset: number; readonly limit: number; readonly order?: "newest" | "oldest" },
  ): VisitPage;
  /** Whether any visit matches; quicker than `find`. */
  has(filter: VisitFilter): boolean;
  visit(id: string): Visit | null;
  /** The visits that an article tells of, newest first. */
  ofArticle(articleId: string): readonly Visit[];
  facets(filter: VisitFilter): VisitFacets;
}

/**
 * Which visits are meant. Parts that are given must all hold. Texts match with or without tone marks,
 * in any case, Chinese and English names by their Vietnamese form; a place or a side by province, country
 * or organisation, and by what lies in it: "Quảng Tây" takes in Bằng Tường, "Trung Quốc" both.
 */
export interface VisitFilter {
  /** Only these. */
  readonly ids?: readonly string[];
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

/** What a question wants of the visits that it means. */
export type RegisterIntent = "count" | "list" | "first" | "last" | "next";

/** A question that the register can answer. */
export interface RegisterQuestion {
  readonly intent: RegisterIntent;
  readonly filter: VisitFilter;
  /** A date that no calendar has, as written ("tháng 13"); the filter then leaves it out. */
  readonly impossible: string | null;
  /**
   * False where only visits that match make it a question for the register: words were left over, or it
   * may as well ask what one article says.
   */
  readonly sure: boolean;
}
