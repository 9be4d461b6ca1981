import type { InlineKeyboard } from "grammy";
import type { Locale } from "../../../locale/index.ts";
import type { Visit } from "../../../model/index.ts";
import { visitButtons } from "../buttons.ts";

/** What admins can correct of a visit, below its card. */
export function addCorrections(
  keyboard: InlineKeyboard,
  { id, reports = [] }: Visit,
  list: string,
  page: number,
  { desk }: Locale,
): void {
  const { wrongButton, mergeButton, partButton } = desk.correction;
  keyboard
    .row()
    .text(wrongButton, visitButtons.wrong.data(list, page, id))
    .text(mergeButton, visitButtons.merge.data(list, page, id));
  if (reports.length > 1) keyboard.text(partButton, visitButtons.part.data(list, page, id));
}
