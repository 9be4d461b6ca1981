/** The buttons under messages: what each carries, how a press is read, and the row that turns pages. */
import { createHash } from "node:crypto";
import type { CallbackQueryContext, Composer, InlineKeyboard } from "grammy";
import type { EditField } from "../../articles/corpus/index.ts";
import type { FilterButton } from "../../locale/index.ts";
import type { Language } from "../../model/index.ts";
import type { Reason } from "../../storage/index.ts";
import type { BotContext } from "./context.ts";

/** A value that a button carries. */
interface Field<T> {
  /** Source of the expression that a value matches; linear, without groups. */
  readonly pattern: string;
  write(value: T): string;
  read(text: string): T;
}

/** One kind of button. Its data, `name:value:value`, must keep within the 64 bytes of the Bot API. */
interface Button<V extends readonly unknown[]> {
  readonly data: (...values: V) => string;
  /** Takes its presses, with the values that it carries. */
  readonly on: (
    feature: Composer<BotContext>,
    press: (ctx: CallbackQueryContext<BotContext>, ...values: V) => Promise<unknown>,
  ) => void;
  /** For `callbackQuery`. */
  readonly pattern: RegExp;
  /** The values of a press that matched the pattern. */
  readonly read: (match: string | RegExpMatchArray) => V;
}

type Values<F extends readonly Field<unknown>[]> = {
  -readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};

function button<F extends readonly Field<unknown>[]>(
  name: string,
  ...fields: F
): Button<Values<F>> {
  const groups = fields.map(({ pattern }) => `:(${pattern})`).join("");
  const pattern = new RegExp(`^${name}${groups}$`, "u");
  const read = (match: string | RegExpMatchArray) =>
    fields.map((field, i) => field.read(match[i + 1]!)) as Values<F>;
  return {
    data: (...values) => [name, ...fields.map((field, i) => field.write(values[i]))].join(":"),
    on: (feature, press) =>
      void feature.callbackQuery(pattern, (ctx) => press(ctx, ...read(ctx.match))),
    pattern,
    read,
  };
}

const text = (pattern: string): Field<string> => ({
  pattern,
  write: (value) => value,
  read: (value) => value,
});

/** A whole number from 0 on. */
const number = (maxDigits: number): Field<number> => ({
  pattern: `\\d{1,${maxDigits}}`,
  write: String,
  read: Number,
});

/** One of a few values, each with a short code of letters. */
function oneOf<T extends string>(codes: Readonly<Record<T, string>>): Field<T> {
  const values = new Map(Object.entries<string>(codes).map(([value, code]) => [code, value as T]));
  return {
    pattern: [...values.keys()].join("|"),
    write: (value) => codes[value],
    read: (code) => values.get(code)!,
  };
}

/** An id of `VisitLists`. */
const list = text("[\\w-]{1,10}");
const visit = text("[0-9a-z]{1,16}");
const filter = oneOf<FilterButton>({ year: "y", counterpart: "c", place: "p" });
/** A `valueCode`; null takes the filter away. */
const value: Field<string | null> = {
  pattern: "[\\w-]{1,8}",
  write: (code) => code ?? "-",
  read: (code) => (code === "-" ? null : code),
};
/** An id of `KeptTexts`: of the words that a list was looked for by, or of an article's id. */
const kept = text("[\\w-]{10}");
const page = number(6);
const field = oneOf<EditField>({
  title: "t",
  source: "s",
  url: "u",
  published: "p",
  event: "e",
  kind: "k",
});

/** Under lists of visits and visits. */
export const visitButtons = {
  page: button("v:p", list, page),
  open: button("v:o", list, page, visit),
  menu: button("v:m", list, filter, number(4)),
  set: button("v:s", list, filter, value),
  /** The whole of a list that an answer cut, in a message of its own. */
  all: button("v:l", list),
  ask: button("v:a", list, page, visit),
  /** For admins: asks; does. */
  wrong: button("vc:w", list, page, visit),
  wrongNow: button("vc:W", visit),
  /** Shows the visits that one may be the same as; asks; does. */
  merge: button("vc:m", list, page, visit),
  mergeWith: button("vc:a", list, page, visit, visit),
  mergeNow: button("vc:M", visit, visit),
  /** Shows the articles of which one may tell of another visit; asks; does. */
  part: button("vc:p", list, page, visit),
  partFrom: button("vc:b", list, page, visit, number(2)),
  partNow: button("vc:P", visit, number(2)),
  /** One of the questions offered on a visit, by its place. */
  question: button("v:q", visit, number(1)),
};

/** Under lists of visits and choices of a format. */
export const exportButtons = {
  choose: button("xp:c", list),
  as: button(
    "xp:f",
    oneOf<"csv" | "xlsx" | "ics" | "json">({ csv: "csv", xlsx: "xlsx", ics: "ics", json: "json" }),
    list,
  ),
};

/** Under lists of articles, articles and questions on changes of the corpus: for admins. */
export const articleButtons = {
  page: button("ar:p", kept, page),
  open: button("ar:o", kept, page, kept),
  /** Asks. */
  remove: button("ar:d", kept, page, kept),
  /** Does. */
  removeNow: button("ar:x", kept),
  keep: button("ar:k"),
  reindex: button("ar:i", kept),
  /** Shows what can be mended, in the place of the card's buttons. */
  edit: button("ar:e", kept, page, kept),
  /** Asks for a field. */
  field: button("ar:f", kept, field),
  kind: button("ar:t", kept, oneOf({ original: "o", summary: "s" })),
  undoNow: button("ar:u", number(15)),
  noUndo: button("ar:n"),
  log: button("ar:l", page),
};

/** An item of what was voted down or refused, and its place among them. */
const reviewKey = text("[fr]\\d{1,12}");

/** Under what was voted down or refused: for admins. */
export const reviewButtons = {
  page: button("rv:p", page),
  seen: button("rv:s", reviewKey, page),
  /** Opens one of its articles. */
  article: button("rv:a", reviewKey, number(1)),
  /** Shows the articles that its question may have to find; pins one. */
  pin: button("rv:q", reviewKey, page),
  pinTo: button("rv:Q", reviewKey, number(1)),
};

/** Reading articles: under what cites them, and under their pages. */
export const readingButtons = {
  /** An id of `KeptTexts`: of a `Passage`. */
  open: button("rd:o", kept),
  page: button("rd:p", kept, page),
  close: button("rd:x"),
};

/** Under answers, greetings, the list of sources, cards of articles that wait, and runs of the index. */
export const buttons = {
  example: button("ex", oneOf<Language>({ vi: "vi", en: "en", zh: "zh" }), {
    ...number(1),
    pattern: "[0-2]",
  }),
  /** An id of `KeptTexts`: of a question that a refusal offers. */
  ask: button("q", kept),
  feedback: button("fb", oneOf<"up" | "down">({ up: "up", down: "down" })),
  /** What was wrong. */
  reason: button("fr", oneOf<Reason>({ person: "p", date: "d", question: "q", missing: "m" })),
  /** How many passages have been shown. */
  more: button("more", number(4)),
  sources: button("src", page),
  /** What is done, and the id of the proposal. */
  card: button("add", text("[a-z]{1,12}"), text("[0-9a-f]{12}")),
  cancelReindex: button("reindex:cancel"),
  /** The list of visits that is followed, by its id, and the subscription that ends. */
  follow: button("fo:s", list),
  unfollow: button("fo:x", number(9)),
  language: button(
    "lang",
    oneOf<Language | "auto">({ vi: "vi", en: "en", zh: "zh", auto: "auto" }),
  ),
  /** Asks whether to go back to a generation; does; does not. */
  rollBack: button("rb:a", text("\\d{6,12}")),
  rollBackNow: button("rb:N", text("\\d{6,12}")),
  stay: button("rb:n"),
  forget: button("fg"),
};

/** A value by its hash: names may be longer than callback data, and places in a list change with the index. */
export function valueCode(name: string): string {
  return createHash("sha256").update(name).digest("base64url").slice(0, 8);
}

/** A row of its own, ◀ n/m ▶, that turns at both ends; nothing for one page. `at` counts from 0. */
export function addPager(
  keyboard: InlineKeyboard,
  at: number,
  pages: number,
  to: (page: number) => string,
): void {
  if (pages < 2) return;
  if (keyboard.inline_keyboard.at(-1)?.length) keyboard.row();
  keyboard
    .text("◀", to(at === 0 ? pages - 1 : at - 1))
    .text(`${at + 1}/${pages}`, to(at))
    .text("▶", to(at === pages - 1 ? 0 : at + 1));
}
