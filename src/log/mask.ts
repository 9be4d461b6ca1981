// A bot token: the bot's id, a colon, and at least 30 characters (core.telegram.org/bots/api, "Authorizing your bot").
const TOKEN = /\d{6,}:[A-Za-z0-9_-]{30,}/gu;
// The user and password part of an address.
const CREDENTIALS = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/giu;

/** Replaces bot tokens and passwords of addresses in a text; libraries put both into their errors. */
export function maskSecrets(text: string): string {
  return text.replace(TOKEN, "***").replace(CREDENTIALS, "$1***@");
}
