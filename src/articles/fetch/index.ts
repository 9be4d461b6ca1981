/**
 * Pages of the public web: an address is checked, then exactly that address is connected to, within limits of time
 * and size. An address comes in, a page or a reason goes out. Nothing else in the program opens connections to
 * addresses from outside.
 */

export {
  FETCH_LIMITS,
  type FetchCode,
  type FetchFailure,
  type FetchOutcome,
  showableUrl,
} from "./addresses.ts";
export { readBody, TooLargeError } from "./fetch-page.ts";
export {
  BOT_NAME,
  type FetchOptions,
  fetchPage,
  fetchSafely,
  type PageOutcome,
} from "./fetch-safely.ts";
