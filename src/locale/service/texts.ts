/** What the bot says of its own service: who may ask, how much, and when it is late. */
export interface ServiceTexts {
  /** To a chat that is not on the list; the id is what an admin needs. */
  readonly notAllowed: (chatId: number) => string;
  /** The same under a button, at most 200 characters. */
  readonly notAllowedShort: string;
  /** More questions of one user within a minute than are allowed. */
  readonly tooManyPerMinute: (perMinute: number, waitSeconds: number) => string;
  /** More questions of one user on a day than are allowed. */
  readonly tooManyPerDay: (perDay: number) => string;
  /** More messages of one chat are waiting than the queue takes. */
  readonly chatQueueFull: string;
  /** More messages of all chats are waiting than the queue takes. */
  readonly queueFull: string;
  /** Before the answer to a question that has waited for long. */
  readonly late: string;
  /** The disk is full, so that a vote or a file was not kept; at most 200 characters. */
  readonly notKept: string;
  /** In place of an answer to a question that is older than a day. */
  readonly tooLate: string;
  /** To admins: the clock of this machine is off by so many milliseconds, ahead where positive. */
  readonly wrongClock: (skewMs: number) => string;
  /** To admins: another process polls with the same token. */
  readonly secondBot: string;
  /** Under a button of admins that somebody else has pressed, at most 200 characters. */
  readonly adminButton: string;
}
