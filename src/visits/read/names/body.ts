import { knownPlaceAt } from "../../../language/names/index.ts";
import { readOffice } from "./office.ts";
import { BODIES } from "./office-words.ts";
import { type Party, party, placesOf } from "./party.ts";
import { someForeign, withAppositives } from "./person.ts";
import { isFullName } from "./person-name.ts";
import { placeTail } from "./place-at.ts";
import { isUpper, textOf, type Words, wordsOf } from "./tokens.ts";

const COMPOUNDS = new Set(
  "cán bộ|toàn bộ|nội bộ|đại hội|xã hội|đường bộ|giáo hội|quốc hội|lễ hội|cơ hội|dịch vụ|nhiệm vụ|bệnh viện|quốc phòng|văn phòng|ủy ban|trụ sở".split(
    "|",
  ),
);

/** End of the name of a body, with foreign names in it: "Tổ chức Plan International tại Việt Nam". */
export function bodyEnd(words: Words, from: number, head: number): number {
  const { end, name } = readOffice(words, from, head);
  if (name === null || !someForeign(words, name[0], name[1])) return end;
  const seat = words.marked[name[1]] === "tại" ? knownPlaceAt(words.marked, name[1] + 1) : 0;
  return seat > 0 ? name[1] + 1 + seat : name[1];
}

export function readBody(words: Words, i: number): Party | null {
  const head = BODIES.longestAt(words.marked, i);
  if (head === 0 || isFullName(words, i)) return null;
  // "tổ chức Hội đàm", "tổ chức lễ ký": a verb.
  if (
    head === 2 &&
    words.marked[i] === "tổ" &&
    !isUpper(words, i) &&
    /^(?:hội|lễ|buổi|cuộc|họp|giao|ký|tọa)$/u.test(words.marked[i + 2] ?? "")
  )
    return null;
  // "cán bộ", "xã hội", "quốc phòng": no body begins there.
  if (
    head === 1 &&
    !isUpper(words, i) &&
    (!isUpper(words, i + 1) || COMPOUNDS.has(`${words.marked[i - 1]} ${words.marked[i]}`))
  )
    return null;
  if (
    head === 1 &&
    /^(?:nghị|thảo|báo|trường|chợ|đàm|kiến|xuân)$/u.test(words.marked[i + 1] ?? "") &&
    words.marked[i] === "hội"
  )
    return null;
  const office = readOffice(words, i, head);
  if (office.name !== null && /lãnh đạo$/u.test(words.marked.slice(i, i + head).join(" ")))
    return {
      ...withAppositives(words, i, office.name[0], office.name[1]),
      ...placesOf(words, i, office.end),
      position: textOf(words, i, office.end),
    };
  const end = placeTail(words, bodyEnd(words, i, head));
  const named = placesOf(words, i, end).country !== null || hasCapital(words, i + head, end);
  const own = isUpper(words, i) && (head >= 2 || end - i >= 4);
  if (!named && !own) return null;
  return party(words, "body", i, end, { organisation: textOf(words, i, end) });
}

function hasCapital(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isUpper(words, i)) return true;
  return false;
}

/** The bodies that a text names, as it names them: "Sở Ngoại vụ Hà Giang". */
export function bodiesNamed(text: string): string[] {
  const words = wordsOf(text);
  const found: string[] = [];
  for (let i = 0; i < words.list.length; i++) {
    const head = BODIES.longestAt(words.marked, i);
    if (head === 0) continue;
    const { end } = readOffice(words, i, head);
    // A head of one syllable is a word of any kind where nothing goes on behind it.
    if (head > 1 || end > i + head) found.push(textOf(words, i, end));
    i = Math.max(i, end - 1);
  }
  return found;
}
