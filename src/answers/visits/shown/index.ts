/**
 * How a visit, and an answer from the register, is put into lines with what they cite. Visits and sentences of
 * articles come in, text, spans and citations go out; words stand in `src/locale`.
 */

export { placeInLanguage } from "./in-language.ts";
export { journeysOf } from "./journeys.ts";
export {
  articlesOf,
  BESIDE_LISTED,
  EARLIER_LISTED,
  type EarlierThan,
  LISTED,
  MORE,
  partMentions,
  type RegisterReply,
  registerRefusal,
  registerReply,
  tellListed,
} from "./register-reply.ts";
export { askedOf, asWritten, type HoldingArticle, RegisterText } from "./register-text.ts";
export { shareDays, shownVisit, tellsDate } from "./shown-visit.ts";
