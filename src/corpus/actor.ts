/** Who does something that only admins may do. */
export interface Actor {
  /** Telegram user id; null on the command line and for feeds. */
  readonly id: number | null;
  /** As shown in the log: a name, `command line`, or a feed's name. */
  readonly name: string;
}
