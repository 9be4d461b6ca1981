import {
  fold,
  foldedTerms,
  isoDate,
  isToCome,
  readOnce,
  sentences,
} from "../../language/text/index.ts";
import type { Article } from "../../model/index.ts";
import type { ArticleWords, ReadCache, RetrievedChunk } from "../search/index.ts";
import { contradictsYear, isTime, type PremiseKind, type Premises } from "./premise.ts";
import { lacksBody, tellsSigning } from "./premise-bodies.ts";
import { contradictsTime, timesOf } from "./premise-dates.ts";
import { contradictsEnvoy } from "./premise-envoys.ts";
import { namesPlace, WrittenText } from "./premise-places.ts";
import { seriesTold } from "./premise-series.ts";

/** True where an article is of another day, or of none that is known: only a report of that day can tell of it. */
function contradictsDay(day: string, { published, event }: Article): boolean {
  return published !== day && (event === null || isoDate(event.date) !== day);
}

/** True where an article has a name, its words in any order for foreign ones. */
function holdsName(words: ArticleWords, name: string): boolean {
  const list = foldedTerms(name);
  return words.has(list.join(" ")) || (list.length > 1 && words.has([...list].reverse().join(" ")));
}

/** An article as it is held against premises: read as far as they ask. */
class HeldArticle {
  readonly words: ArticleWords;
  readonly #id: string;
  readonly #cache: ReadCache;

  constructor(id: string, cache: ReadCache) {
    this.words = cache.words(id);
    this.#id = id;
    this.#cache = cache;
  }

  get article(): Article | null {
    return this.#cache.article(this.#id);
  }

  /** One in another language is held against by its rendering, which spells names otherwise. */
  get isForeign(): boolean {
    return this.#cache.isForeign(this.#id);
  }

  get text(): WrittenText | undefined {
    const { article } = this;
    return article === null || this.isForeign ? undefined : writtenOf(article);
  }

  /** The page of a province's own portal needs not name it. */
  isOf(place: string): boolean {
    const { article } = this;
    if (article === null || !place.includes(" ")) return false;
    const site = fold(`${article.source ?? ""} ${article.url ?? ""}`);
    return site.includes(place) || site.includes(place.replace(/ /gu, ""));
  }
}

type Breaks = (premises: Premises, held: HeldArticle) => boolean;

/** How an article speaks against each kind of premise, in the order in which they are told. */
const BREAKS: Readonly<Partial<Record<PremiseKind, Breaks>>> = {
  places: ({ places }, held) =>
    places.length > 0 &&
    places.some((place) => !namesPlace(held.words, place, held.text) && !held.isOf(place)),
  names: ({ names }, held) => names.some((name) => !holdsName(held.words, name)) && !held.isForeign,
  markers: ({ markers }, { words }) => markers.some((number) => !words.has(number)),
  bodies: ({ bodies }, held) =>
    bodies.some((body) => lacksBody(body, held.words)) && !held.isForeign,
  envoys({ envoys }, { words }) {
    if (envoys.length === 0) return false;
    const text = words.words;
    return envoys.some((envoy) => contradictsEnvoy(envoy, text));
  },
  signing: ({ signing }, held) =>
    signing &&
    held.article !== null &&
    !held.isForeign &&
    !tellsSigning(`${held.article.title}\n${held.article.text}`),
  series({ series }, { article }) {
    if (series.length === 0 || article === null) return false;
    const told = seriesOf(article);
    return !series.every((number) => told.has(number));
  },
  held({ held }, { article }) {
    if (held.length === 0 || article === null) return false;
    const told = heldSeriesOf(article);
    return !held.every((number) => told.has(number));
  },
  ahead({ ahead }, { article }) {
    const published = article?.published ?? null;
    return published !== null && ahead.some((day) => day > published);
  },
  years: ({ years }, { article }) =>
    years.length > 0 && article !== null && contradictsYear(years, article),
  day: ({ day }, { article }) => day !== null && article !== null && contradictsDay(day, article),
  times({ times }, { article }) {
    if (times.length === 0 || article === null) return false;
    const told = timesTold(article);
    return times.some((time) => contradictsTime(time, told));
  },
};
const KINDS = Object.keys(BREAKS) as PremiseKind[];
/** The same, with those first that are quickly told and leave most articles out. */
const QUICK_FIRST: readonly PremiseKind[] = [
  "names",
  "markers",
  ...KINDS.filter((kind) => kind !== "names" && kind !== "markers"),
];

/** Reads articles against the premises of one question. */
class PremiseCheck {
  readonly #premises: Premises;
  readonly #cache: ReadCache;
  readonly #fitting = new Map<string, boolean>();

  constructor(premises: Premises, cache: ReadCache) {
    this.#premises = premises;
    this.#cache = cache;
  }

  #breaks(kind: PremiseKind, held: HeldArticle): boolean {
    return BREAKS[kind]!(this.#premises, held);
  }

  /** False where an article speaks against any premise. */
  fits(articleId: string): boolean {
    let fits = this.#fitting.get(articleId);
    if (fits === undefined) {
      const held = new HeldArticle(articleId, this.#cache);
      fits = !QUICK_FIRST.some((kind) => this.#breaks(kind, held));
      this.#fitting.set(articleId, fits);
    }
    return fits;
  }

  /** The premises that an article speaks against; none where it may answer. */
  against(articleId: string): readonly PremiseKind[] {
    const held = new HeldArticle(articleId, this.#cache);
    return KINDS.filter((kind) => this.#breaks(kind, held));
  }
}

const timesTold = readOnce(timesOf);

/** The numbers of series that an article names, read once. */
const seriesOf = readOnce(
  (article: Article): ReadonlySet<number> => seriesTold(`${article.title}\n${article.text}`),
);

/** The same without those that are only to come: "hẹn lần thứ bảy ở Cao Bằng". */
const heldSeriesOf = readOnce(({ title, text }: Article): ReadonlySet<number> => {
  let planned = false;
  const told = sentences(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    if (isHeading(sentence)) planned = PLANS.test(sentence);
    return planned || isToCome(sentence) || AGREED.test(sentence) ? [] : [sentence];
  });
  return seriesTold([title, ...told].join("\n"));
});
/** "Hai bên thống nhất tổ chức lần thứ tám …": one that is agreed on, or got ready. */
const AGREED =
  /(?<!\p{L})(?:chuẩn bị|đăng cai|(?:thống nhất|nhất trí|đồng ý|đề xuất|đề nghị|giao cho|đến lượt)(?: [\p{L}\d]+){0,6} (?:tổ chức|họp|mở|mời))(?!\p{L})/iu;
/** A heading under which everything is to come: "DỰ KIẾN 2025", "Phương hướng 2026". */
const PLANS =
  /^(?:[\divx]{1,3}[.)] )?(?:dự kiến|kế hoạch|phương hướng|lịch|sắp tới|thời gian tới)(?!\p{L})/iu;
const HEADING_CHARS = 60;
const isHeading = (sentence: string): boolean =>
  sentence.length <= HEADING_CHARS && !/^[-–•*+]|[.;,!?]$/u.test(sentence);

const writtenOf = readOnce(
  (article: Article) => new WrittenText(`${article.title}\n${article.text}`),
);

/** Found chunks parted by whether their article may answer. */
interface Fitting {
  readonly chunks: readonly RetrievedChunk[];
  /** The one kind of premise that the nearest article speaks against, where none may answer; else null. */
  readonly denying: PremiseKind | null;
}

/** Kinds that may be wrong in a question about something that an article tells. */
const CORRECTED: ReadonlySet<PremiseKind> = new Set(["times", "years", "ahead", "names"]);

/**
 * Leaves out the chunks of articles that speak against what a question takes for granted.
 *
 * @param most Chunks that are needed, best first: further ones are not looked at.
 */
export function withoutFalsePremise(
  premises: Premises,
  chunks: readonly RetrievedChunk[],
  cache: ReadCache,
  most: number,
): Fitting {
  const check = new PremiseCheck(premises, cache);
  const fitting: RetrievedChunk[] = [];
  for (const found of chunks) {
    if (fitting.length >= most) break;
    if (check.fits(found.chunk.articleId)) fitting.push(found);
  }
  if (fitting.length > 0) return { chunks: fitting, denying: null };
  const ids = new Set(chunks.map(({ chunk }) => chunk.articleId));
  for (const id of ids) {
    const kinds = check.against(id);
    const [kind] = kinds;
    if (CORRECTED.has(kind!) && kinds.every((one) => one === kind || isTime(one)))
      return { chunks: [], denying: kind! };
  }
  return { chunks: [], denying: null };
}
