import type { VisitFacets, VisitFilter } from "./filter.ts";
import type { Visit } from "./visit.ts";

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
