/**
 * The fake Bot API server as a program, for trials by hand:
 *
 *   node --import tsx test/apps/telegram/fake-bot-api-main.ts
 *
 * Its first line of output is `{"url","token"}`: start the bot with TELEGRAM_API_ROOT and BOT_TOKEN set
 * to them. Then each line of input is something that happens, each line of output a call of the bot:
 *
 *   {"say": "Ai tiếp đoàn Bằng Tường?", "from": 1, "language": "vi", "group": -1001}
 *   {"press": {"chat": 1, "message": 2, "data": "fb:up"}, "from": 1}
 *   {"update": {"message": {…}}}
 *   {"fail": {"method": "sendMessage", "failure": {"kind": "drop", "when": "before"}, "times": 2}}
 */
import { createInterface } from "node:readline";
import type { Update } from "grammy/types";
import { type Failure, FakeBotApi } from "./fake-bot-api.ts";
import { group, privateChat, user } from "./fake-chats.ts";

interface Event {
  readonly say?: string;
  readonly press?: { readonly chat: number; readonly message: number; readonly data: string };
  readonly update?: Omit<Update, "update_id">;
  readonly fail?: {
    readonly method: string;
    readonly failure: Failure;
    readonly times?: number;
  };
  readonly from?: number;
  readonly language?: string;
  readonly group?: number;
}

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

function happen(api: FakeBotApi, event: Event): void {
  const from = user(event.from ?? 1, event.language);
  const chat = event.group === undefined ? privateChat(from) : group(event.group);
  if (event.say !== undefined) api.say(event.say, { from, chat });
  if (event.update !== undefined) api.push(event.update);
  if (event.fail !== undefined) {
    api.fail(event.fail.method, event.fail.failure, { times: event.fail.times ?? 1 });
  }
  if (event.press !== undefined) {
    const message = api.chats.message(event.press.chat, event.press.message);
    if (message === undefined) print({ error: "no such message" });
    else api.press(message, event.press.data, from);
  }
}

const api = await FakeBotApi.start();
print({ url: api.url, token: api.token });
api.onCall((call) => {
  if (call.method !== "getUpdates") print(call);
});
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === "") continue;
  try {
    happen(api, JSON.parse(line) as Event);
  } catch (error) {
    print({ error: String(error) });
  }
}
await api.stop();
