import { subscribe } from "node:diagnostics_channel";
import { openSync, writeSync } from "node:fs";
import type { IncomingMessage } from "node:http";

/**
 * Records for a trial that kills this process which of the fake server's responses have come in, by
 * their number, a line each: once the turn of the event loop that brought the response's end is over.
 * A killed process loses none of it. It watches the HTTP client, and so knows nothing of the bot's own notes.
 */
export function recordArrivals(path: string): void {
  const file = openSync(path, "a");
  subscribe("http.client.response.finish", (message) => {
    const { response } = message as { response: IncomingMessage };
    const number = response.headers["x-call"];
    if (number === undefined) return;
    response.once("end", () => {
      setImmediate(() => writeSync(file, `${number}\n`));
    });
  });
}
