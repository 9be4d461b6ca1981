import { fold } from "../../../language/text/index.ts";
import type { Visit } from "../../../model/index.ts";
import { type Demands, isOn } from "../asked/index.ts";
import type { RatedUnit } from "./choose-points.ts";

/** The side on which something named stands in all visits that have it; null where that is not one. */
export function sideNamed(
  visits: readonly Visit[],
  name: Demands["names"][number],
): "host" | "guest" | null {
  const sides = new Set(
    visits.flatMap(({ host, guest }) => {
      const [atHome, came] = [isOn(host, name), isOn(guest, name)];
      return atHome === came ? [] : [atHome ? ("host" as const) : ("guest" as const)];
    }),
  );
  return sides.size === 1 ? [...sides][0]! : null;
}

/** Whether a unit is said by one side, by the record or by the name of who speaks; null where neither tells. */
export function isOfSide(
  { side: told, speaker }: RatedUnit["unit"],
  asked: "host" | "guest",
  visits: readonly Visit[],
): boolean | null {
  if (told === "host" || told === "guest") return told === asked;
  const speaks = (side: "host" | "guest") =>
    visits.some((visit) =>
      visit[side].people.some(({ name }) => {
        const words = fold(name).split(/[ -]/u);
        return words.length > 1 && words.every((word) => speaker.includes(word));
      }),
    );
  const [own, others] = [speaks(asked), speaks(asked === "host" ? "guest" : "host")];
  return own === others ? null : own;
}

/** The one visit of an article whose points were chosen, or that alone holds what the question names; else null. */
export function meantVisit(
  visits: readonly Visit[],
  chosen: readonly RatedUnit[],
  { names, times }: Demands,
): Visit | null {
  if (visits.length <= 1) return visits[0] ?? null;
  const rated = visits.map((visit) => {
    const points = chosen.filter(({ unit }) =>
      visit.points.some(({ start, end }) => start < unit.end && unit.start < end),
    ).length;
    const sides = fold(JSON.stringify([visit.host, visit.guest, visit.place]));
    const held = names.filter((name) => name.words.every((word) => sides.includes(word))).length;
    const day = times.some(({ first }) => first.day !== null && first.day === visit.date.day);
    return { visit, score: 2 * points + held + (day ? 2 : 0) };
  });
  rated.sort((a, b) => b.score - a.score);
  return rated[0]!.score > rated[1]!.score ? rated[0]!.visit : null;
}
