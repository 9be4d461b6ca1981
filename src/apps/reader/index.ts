/**
 * A web reader for browsers: articles with the cited passage marked, the register with its filters, the timeline, a
 * visit's card. The engine and the settings come in, a server goes out; links to it are made here too. Pages are
 * rendered here alone, and hold no script. New pages belong into `pages/`, their words into `src/locale/reader.ts`.
 */

export { linksFrom, passFor, publicLinks, type ReaderLinks, withLinks } from "./links.ts";
export { linkedEngine, startReader } from "./start.ts";
