import type { PartialDate } from "../../model/index.ts";

/** Words for the day that was told last, and for the one behind it: alternatives of an expression. */
export const SAME_DAY =
  "cùng ngày|cùng buổi|hôm đó|the same day|later that day|that evening|当晚|当天|同日";
export const NEXT_DAY =
  "(?:(?:sáng|chiều|ngày) )?hôm sau|ngày kế tiếp|the (?:following|next) day|次日|第二天";

/** The day behind one; without its day where that hangs on a month or a leap year that is not known. */
export function dayAfter({ year, month, day }: PartialDate): PartialDate {
  const isOpen = day === null || month === null || (year === null && month === 2 && day === 28);
  if (isOpen) return { year, month, day: null };
  const next = new Date(Date.UTC(year ?? 2023, month - 1, day + 1));
  return {
    year: year === null ? null : next.getUTCFullYear(),
    month: next.getUTCMonth() + 1,
    day: next.getUTCDate(),
  };
}
