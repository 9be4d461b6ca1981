import { fold } from "../text/fold.ts";
import type { VisitSide } from "./visit.ts";

/**
 * A side in its shortest telling words, as a line begins with them: its body, else where it comes from, else
 * who led it; null where unknown.
 */
export function sideName({ organisation, province, country, head }: VisitSide): string | null {
  const name = organisation ?? province ?? country ?? head;
  return name && name.charAt(0).toUpperCase() + name.slice(1);
}

/** Where a side comes from, as far as its body's name does not tell it: "Quảng Tây, Trung Quốc"; empty where it does. */
export function sideOrigin({ organisation, province, country }: VisitSide): string {
  const told = fold(organisation ?? province ?? "");
  return [organisation === null ? null : province, country]
    .filter((part) => part !== null && !told.includes(fold(part)))
    .join(", ");
}
