/**
 * Callback data of the buttons of articles, at most 64 bytes; `list` and `article` are ids of `KeptTexts`: of the
 * words that a list was looked for by, and of an article's id.
 */
export const callbacks = {
  page: (list: string, page: number) => `ar:p:${list}:${page}`,
  open: (list: string, page: number, article: string) => `ar:o:${list}:${page}:${article}`,
  /** Asks. */
  remove: (list: string, page: number, article: string) => `ar:d:${list}:${page}:${article}`,
  /** Does. */
  removeNow: (article: string) => `ar:x:${article}`,
  keep: "ar:k",
  reindex: (article: string) => `ar:i:${article}`,
  undoNow: (change: number) => `ar:u:${change}`,
  noUndo: "ar:n",
  log: (page: number) => `ar:l:${page}`,
};

/** Patterns of the data above; groups in the order of the arguments. */
export const callbackPatterns = {
  page: /^ar:p:([\w-]{10}):(\d{1,6})$/u,
  open: /^ar:o:([\w-]{10}):(\d{1,6}):([\w-]{10})$/u,
  remove: /^ar:d:([\w-]{10}):(\d{1,6}):([\w-]{10})$/u,
  removeNow: /^ar:x:([\w-]{10})$/u,
  reindex: /^ar:i:([\w-]{10})$/u,
  undoNow: /^ar:u:(\d{1,15})$/u,
  log: /^ar:l:(\d{1,6})$/u,
};
