import { DB_FILE, type Manifest } from "./manifest.ts";
import { PostingLists } from "./posting-lists.ts";
import { FOLDED_TABLE, MARKED_TABLE } from "./schema.ts";

/** The lists of both full-text tables of one database file. */
interface TableLists {
  readonly marked: PostingLists;
  readonly folded: PostingLists;
}

/** Lists in memory, by the SHA-256 of their file, for as long as a reader has them. */
const lists = new Map<string, WeakRef<TableLists>>();

/** Lists for readers: generations that only differ in their changes share those of their base. */
export function sharedLists(manifest: Manifest): TableLists {
  const key = manifest.files[DB_FILE].sha256;
  const known = lists.get(key)?.deref();
  if (known) return known;
  const fresh = { marked: new PostingLists(MARKED_TABLE), folded: new PostingLists(FOLDED_TABLE) };
  for (const [old, ref] of lists) if (ref.deref() === undefined) lists.delete(old);
  lists.set(key, new WeakRef(fresh));
  return fresh;
}
