import { isNominal, joinUnits, type Unit } from "./unit.ts";

const RECEIVED_THING = /viện trợ|quà|hỗ trợ|vắc-xin|thư|lời mời|huân chương|tiền|đợt/u;

/** English words that are two in Vietnamese: hold a post or a meeting, receive a guest or a gift. */
export function settleMeanings(units: readonly Unit[]): Unit[] {
  const post = units.some((unit) => unit.vi === "chức vụ");
  const thing = units.some((unit) => RECEIVED_THING.test(unit.vi));
  return units.map((unit, i) => {
    const next = units[i + 1];
    // "a Chinese official" is a person, "an official visit" is not.
    if (unit.source === "official" && (!isNominal(next) || next!.gap)) {
      return { ...unit, class: "t", vi: "quan chức" };
    }
    if (unit.class !== "v") return unit;
    if (post && /^(?:hold|held|holds)$/u.test(unit.source)) return { ...unit, vi: "giữ" };
    if (thing && unit.source.startsWith("receiv")) return { ...unit, vi: "nhận" };
    return unit;
  });
}

/** "were signed by X" → được X ký; every other auxiliary stays for `arrange`. */
export function markPassive(units: readonly Unit[]): Unit[] {
  const out = [...units];
  for (let i = 0; i + 1 < out.length; i++) {
    const be = /^(?:is|are|was|were|be|been|being)$/u.test(out[i]!.source);
    const verb = out[i + 1]!;
    if (out[i]!.class !== "x" || !be || verb.class !== "v" || verb.source.endsWith("ing")) continue;
    const by = out.findIndex((unit, k) => k > i + 1 && unit.source === "by");
    let end = by + 1;
    while (by >= 0 && (isNominal(out[end]) || (out[end]?.vi === "và" && isNominal(out[end + 1])))) {
      end++;
    }
    const agent = by < 0 ? [] : out.slice(by + 1, end);
    if (by >= 0) out.splice(by, 1 + agent.length);
    out.splice(i + 1, 1, {
      ...verb,
      vi: ["được", joinUnits(agent), verb.vi].filter(Boolean).join(" "),
    });
  }
  return out;
}
