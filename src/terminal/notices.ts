import type { RefreshOutcome } from "../index/refresh-index.ts";
import type { Locale } from "../locale/locale.ts";
import { printableName } from "./printable.ts";

/** Unreadable files named at a start; `npm run -s cli -- index` names them all. */
const FILES_SHOWN = 5;

/** What a person should know of the index before the first question; no line where all is well. */
export function refreshNotices(outcome: RefreshOutcome, { terminal, indexing }: Locale): string[] {
  if (outcome.kind === "kept") return [terminal.indexKept(outcome.reason)];
  const { failures } = outcome.counters;
  if (failures.length === 0) return [];
  const rest = failures.length - FILES_SHOWN;
  return [
    indexing.failuresLabel(failures.length),
    ...failures
      .slice(0, FILES_SHOWN)
      .map(({ path, reason }) => `• ${printableName(path)}: ${reason}`),
    ...(rest > 0 ? [indexing.moreFailures(rest)] : []),
  ];
}
