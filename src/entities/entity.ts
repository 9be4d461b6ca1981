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
export interface Entity {
  readonly type: EntityType;
  readonly start: number;
  readonly end: number;
}
