import type { PartialDate, TextRange } from "./language.ts";

/** What happened, in the word that the papers use for it; the most telling one where several fit. */
export const VISIT_KINDS = [
  "thăm",
  "tiếp",
  "tiếp xã giao",
  "hội đàm",
  "hội kiến",
  "làm việc",
  "khảo sát",
  "ký kết",
  "giao lưu",
  "dự sự kiện",
] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

/** A person of one side, as the article writes the name. */
export interface VisitPerson {
  readonly name: string;
  /** Position as the article tells it, or null. */
  readonly position: string | null;
}

/** One side of a visit. What the article does not tell is null or empty, never guessed. */
export interface VisitSide {
  /** Body or delegation: "UBND tỉnh Lạng Sơn", "Đoàn đại biểu Quảng Tây". */
  readonly organisation: string | null;
  /** Province, city or region the side comes from, in its Vietnamese form: "Lạng Sơn", "Quảng Tây", "Sùng Tả". */
  readonly province: string | null;
  /** Country in its Vietnamese form: "Việt Nam", "Trung Quốc". */
  readonly country: string | null;
  /** Who led it: the host who received, the head of the delegation. One of `people` where known. */
  readonly head: string | null;
  readonly people: readonly VisitPerson[];
}

/** A counted thing that the talks brought: 3 agreements signed, 500 million dong given. */
export interface VisitNumber {
  /** As written: "05 biên bản ghi nhớ", "500 triệu đồng". */
  readonly text: string;
  readonly what: "agreement" | "gift";
}

/** Fields that keep the passage they were read from. */
export type VisitField =
  | "kind"
  | "date"
  | "endDate"
  | "place"
  | "host"
  | "guest"
  | "topics"
  | "agreements"
  | "numbers"
  | "planned";

/** A passage of an article: UTF-16 range in `Article.text`. */
export type Passage = TextRange;

/** What was done with a point of the talks. */
const POINT_ACTS = [
  "discussed",
  "proposed",
  "asked",
  "agreed",
  "signed",
  "given",
  "thanked",
  "assessed",
  "announced",
  "planned",
] as const;
export type PointAct = (typeof POINT_ACTS)[number];

/** One point of a meeting's minutes: who did what with which matter. */
export interface VisitPoint extends Passage {
  readonly act: PointAct;
  /** Person or body that speaks, as the article names them; null where both sides do or the article doesn't tell. */
  readonly speaker: string | null;
  /** The side that speaks; null where the article doesn't tell. */
  readonly side: "host" | "guest" | "both" | null;
  /** A clause of the article, verbatim: `Article.text.slice(start, end)`. */
  readonly text: string;
}

/** A point with the article that tells it. */
export interface CitedPoint extends VisitPoint {
  readonly articleId: string;
}

/** What any telling of a visit says of it. */
interface VisitFacts {
  readonly kind: VisitKind;
  /** True where the article tells of it as coming. */
  readonly planned: boolean;
  readonly date: PartialDate;
  /** The last day, where it lasted several. */
  readonly endDate: PartialDate | null;
  /** Where it took place, as written: "Bằng Tường", "cửa khẩu Hữu Nghị". */
  readonly place: string | null;
  readonly host: VisitSide;
  readonly guest: VisitSide;
  /** What was talked about, in the article's own words. */
  readonly topics: readonly string[];
  /** What was agreed or signed, in the article's own words. */
  readonly agreements: readonly string[];
  readonly numbers: readonly VisitNumber[];
}

/** One visit as one article (or brief) tells it. */
export interface VisitReport extends VisitFacts {
  readonly articleId: string;
  /** Publication date of the article, `YYYY-MM-DD` or null. */
  readonly published: string | null;
  /** What was discussed, proposed, agreed …, in the order of the article. */
  readonly points: readonly VisitPoint[];
  /** A person set the day: it counts before the days that other articles tell of the visit. */
  readonly dateSet?: true;
  /** Passages by field; every filled field has at least one, but for a day that was set. */
  readonly evidence: Readonly<Partial<Record<VisitField, readonly Passage[]>>>;
}

/** A passage that a record was read from. `quote` is `Article.text.slice(start, end)`. */
export interface VisitSource extends Passage {
  readonly articleId: string;
  readonly title: string;
  /** Address that opens the passage, or null; of a summary the page alone. */
  readonly link: string | null;
  readonly quote: string;
  readonly isSummary?: true;
}

/** Names a report by its article and by what it tells, so that a correction outlives another reader. */
export interface ReportRef {
  readonly articleId: string;
  /** `2024-5-12`; `?` for what is not known. */
  readonly day: string;
  /** Folded names: the head's, else the body's, else where the side is from. */
  readonly host: string;
  readonly guest: string;
}

/** One visit of the register, told by one article or several. */
export interface Visit extends VisitFacts {
  /** Stays the same as long as its first report does; at most 16 characters of [0-9a-z]. */
  readonly id: string;
  /** A person set the day; what the articles tell of it does not count. */
  readonly dateSet?: true;
  /** Earliest publication date of its articles, `YYYY-MM-DD` or null. */
  readonly published: string | null;
  /** The minutes, each point from one of its articles; those of the most telling article first. */
  readonly points: readonly CitedPoint[];
  /** Its articles, earliest published first. */
  readonly articleIds: readonly string[];
  /** Its reports, in the order of its articles; absent in indexes of before corrections. */
  readonly reports?: readonly ReportRef[];
  readonly sources: readonly VisitSource[];
}

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
  /** The articles that tell of visits. */
  articleIds(): string[];
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
