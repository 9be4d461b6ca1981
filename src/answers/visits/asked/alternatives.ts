import { knownPlace } from "../../../language/names/index.ts";
import { placeName } from "../../../visits/register/index.ts";
import type { Demands } from "./demands.ts";

/** Words that join names of which either may be meant. */
const JOINED = /^(?:\s*,\s*|\s+(?:và|hay|hoặc|hoac|va|cùng|cung)\s+)(?:\p{Ll}+\s+){0,3}$/iu;

/** "Hà Giang - Tuyên Quang đã gặp phía Văn Sơn": two of one side, where a third one is named. */
const DASHED = /^\s+[-–]\s+$/u;

/** True where two places of one country are joined by a dash beside a third name. */
function areDashed(
  a: Demands["names"][number],
  b: Demands["names"][number],
  text: string,
  count: number,
): boolean {
  if (count < 3 || !DASHED.test(text.slice(a.end, b.fullStart))) return false;
  const [one, other] = [a, b].map(({ name }) => knownPlace(placeName(name)));
  return one != null && other != null && one.country === other.country;
}

/** Names that are joined by "và", "hoặc" are alternatives of one another where they are of one kind and rank. */
export function alternatives(names: Demands["names"], text: string): Demands["names"][number][][] {
  const groups: Demands["names"][number][][] = [];
  for (const name of names) {
    const last = groups.at(-1)?.at(-1);
    const joined =
      last !== undefined &&
      last.kind === name.kind &&
      (JOINED.test(text.slice(last.end, name.fullStart)) ||
        areDashed(last, name, text, names.length));
    if (joined) groups.at(-1)!.push(name);
    else groups.push([name]);
  }
  return groups;
}
