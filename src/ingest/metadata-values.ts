import { isoDate, parseFullDate } from "../text/partial-date.ts";

/** A writer's name: not an address, not the site itself. */
export function personName(name: string | null, site: string | null): string | null {
  if (name === null || name.length > 60 || /https?:|@|\./iu.test(name)) return null;
  if (/^(?:báo|cổng|trang|sở|ubnd|đài|admin|ban biên tập|toà soạn|tòa soạn)(?:\s|$)/iu.test(name))
    return null;
  return name.toLowerCase() === site?.toLowerCase() ? null : name;
}

/** The day in Vietnam (UTC+7) of a timestamp; a date without time is taken as it stands. */
export function vietnamDate(stamp: string | null): string | null {
  if (stamp === null) return null;
  const zoned = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/u.test(stamp);
  const instant = zoned ? Date.parse(stamp) : Number.NaN;
  if (!Number.isNaN(instant)) return new Date(instant + 7 * 3_600_000).toISOString().slice(0, 10);
  const date = parseFullDate(stamp);
  return date === null ? null : isoDate(date);
}
