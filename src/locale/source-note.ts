import type { Locale } from "./locale.ts";

/** ` – source, date`: what stands behind a title. */
export function sourceNote(
  row: { readonly source: string | null; readonly published: string | null },
  locale: Locale,
): string {
  const parts = [row.source, locale.date(row.published)].filter((part) => part !== null);
  return ` – ${parts.join(", ")}`;
}
