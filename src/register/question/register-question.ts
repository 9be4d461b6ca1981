import type { VisitFilter } from "../filter.ts";

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
