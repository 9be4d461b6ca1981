/** What the readers of text give: dates, ranges, names. */

/** A date as far as a text tells it. `null` is unknown; an unknown part is never guessed. */
export interface PartialDate {
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number | null;
  /** 1 to 31. */
  readonly day: number | null;
}

/** UTF-16 range in a text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** What kind of answer a piece of text can be. */
export type EntityType =
  | "person"
  | "position"
  | "date"
  | "time"
  | "place"
  | "number"
  | "organisation";

/** A typed piece of a text. Ranges are UTF-16 offsets in the text it was read from. */
export interface Entity extends TextRange {
  readonly type: EntityType;
}

/** A person with the positions that a sentence gives them. Ranges are UTF-16 offsets in the sentence. */
export interface Holder {
  readonly person: Entity;
  /** In text order; each up to the next comma: "Đại sứ đặc mệnh toàn quyền Trung Quốc tại Việt Nam". */
  readonly positions: readonly Entity[];
}

/** Language of a question and of the bot's own words. */
export type Language = "vi" | "en" | "zh";
