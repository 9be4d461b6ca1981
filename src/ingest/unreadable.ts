import { isReadable } from "../text/readable.ts";
import type { Article, Skip } from "./article.ts";
import { skip } from "./decode.ts";

/** Why an article is not taken whose letters are others than its writer meant; null where it can be read. */
export function unreadableSkip({ title, text }: Pick<Article, "title" | "text">): Skip | null {
  if (isReadable(`${title}\n${text}`)) return null;
  return skip(
    "bad-encoding",
    "Its letters can't be read for sure. Save the text as Unicode (UTF-8).",
  );
}
