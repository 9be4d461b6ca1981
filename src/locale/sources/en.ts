import type { FetchCode } from "../../fetch/outcome.ts";
import type { SkipCode } from "../../ingest/article.ts";
import type { SourceTexts } from "./texts.ts";

const FETCH: Readonly<Record<FetchCode, string>> = {
  "bad-url": "This is no web address. Please copy the whole address from the browser.",
  "bad-scheme": "I can only fetch addresses that begin with http:// or https://.",
  credentials: "The address holds a user name or password. Please send it without them.",
  "bad-port": "The address uses a port that I may not connect to.",
  "private-address":
    "This address lies in a private network, so I may not fetch it. Please send the file or paste the article.",
  "unknown-host": "There is no such website. Please check the address.",
  unreachable: "The website can't be reached. Please try again in a few minutes.",
  "tls-error":
    "The website's security certificate is not valid, so I did not fetch the page. Please send the file or paste the article.",
  timeout: "The website answers too slowly. Please try again in a few minutes.",
  cancelled: "Fetching the page was stopped.",
  "too-many-redirects":
    "The website redirects too often. Please send the last address that the browser shows.",
  "insecure-redirect":
    "The website leads from a secure connection (https) to an insecure one (http). If you trust it, send the http address itself.",
  "too-large": "The page or file is over 20 MB. Please send the article alone.",
  "bad-response": "The website sent broken data. Please try again or paste the article.",
  "wrong-type":
    "This address leads to a picture, sound or video. Please send the address of the article.",
  empty: "The website sent an empty page.",
  "not-found": "This page does not exist any more. Please check the address.",
  forbidden:
    "The website does not allow fetching this page. Please send the file or paste the article.",
  "too-many-requests":
    "The website limits visits at the moment. Please try again in a few minutes.",
  "server-error": "The website has an error. Please try again in a few minutes.",
  "http-error": "The website did not send the article. Please check the address.",
  "not-modified": "This page has not changed since it was last fetched.",
};

const DOCUMENT: Readonly<Record<SkipCode, string>> = {
  "too-large":
    "The document is too large. Limits: 5 MB for pages and plain text, 20 MB for .docx and .pdf, 60 pages for .pdf. Please send the article alone.",
  empty: "The file is empty.",
  binary:
    "This file is not text. I read .txt, .md, .html, .docx, .odt, .rtf, .xlsx, .csv and .pdf with text.",
  "bad-encoding":
    "The letters of this file can't be read for sure (an old font or a wrong charset). Please save it as Unicode and send it again.",
  "bad-front-matter":
    "The front matter of the Markdown file has an error. Please put values that contain a colon in quotation marks.",
  "bad-html": "This page can't be read. Please paste the article.",
  "no-text": "No article was found in it. Please paste the article.",
  "unknown-type":
    "I can't read this type of file. Please send .txt, .md, .html, .docx, .odt, .rtf, .xlsx, .csv or .pdf with text.",
  "old-office":
    "This is a file of an old Office version (.doc, .xls). Please save it as .docx (a sheet as .xlsx) and send it again.",
  mail: "This is an e-mail. Please save its text as .txt, or send the files attached to it.",
  archive: "This is a packed file. Please unpack it and send the files in it.",
  unreadable: "The file can't be opened. Please send it again.",
  "duplicate-id":
    "There is an article with the same file name. Please rename it and send it again.",
  encrypted: "The file is protected by a password. Please save it without one and send it again.",
  scanned:
    "The PDF holds only pictures of pages. Please send a version with text, or paste the text.",
  "bad-document":
    "The file is damaged. Please open it in Word or a PDF reader, save it and send it again.",
  "too-costly": "Reading this document takes too long. Please paste the article.",
};

/** English. */
export const en: SourceTexts = {
  fetchFailed: ({ code, status }) =>
    code === "http-error" && status !== undefined
      ? `${FETCH[code]} (Status ${status}.)`
      : FETCH[code],
  documentFailed: (code) => DOCUMENT[code],
};
