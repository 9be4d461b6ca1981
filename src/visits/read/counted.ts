import { numbersIn } from "../../language/names/index.ts";
import type { Passage, VisitNumber } from "../../model/index.ts";
import type { Skeleton } from "./names/index.ts";

/** Counted things of a meeting, with the sentences that tell them. */
export interface Counted {
  readonly numbers: readonly VisitNumber[];
  readonly passages: readonly Passage[];
}

/** Where documents are signed or gifts are given now, not wished or long ago. */
const SIGNED = /(?<!\p{L})(?:đã |cùng |lễ |chứng kiến |tiến hành ){1,4}ký(?: kết)? /iu;
/** Who only wishes or looks back. */
const NOT_NOW =
  /qua đó|thời gian qua|vừa qua|đạt được|đề nghị|mong|hy vọng|cần|sẽ|sớm ký|đã được ký|trước đó|năm (?:19|20)\d\d|hồi tháng/iu;
const DOCUMENT =
  /thỏa thuận|thoả thuận|biên bản ghi nhớ|biên bản|văn kiện|hiệp định|bản ghi nhớ|hợp đồng|văn bản|nghị định thư|tuyên bố chung|chương trình hợp tác/iu;
const GIVEN = /(?<!\p{L})(?:tặng|trao tặng|trao|hỗ trợ|viện trợ|ủng hộ|bàn giao)(?!\p{L})/iu;
const GIFT =
  /(?:suất quà|phần quà|đồng|usd|nhân dân tệ|euro|máy|bộ|chiếc|tấn|khẩu trang|kit|liều|xe)(?!\p{L})/iu;

/** Reads how many documents were signed and what was given, from the sentences of a meeting. */
export function countedIn(skeletons: readonly Skeleton[]): Counted {
  const numbers: VisitNumber[] = [];
  const passages: Passage[] = [];
  for (const { words, start, end } of skeletons) {
    const { text } = words;
    const signed = SIGNED.exec(text);
    if (signed === null ? !GIVEN.test(text) : NOT_NOW.test(text)) continue;
    const found = counted(text, signed === null ? null : signed.index);
    numbers.push(...found);
    if (found.length > 0) passages.push({ start, end });
  }
  return { numbers, passages };
}

/** Numbers of documents behind "ký", of gifts behind "tặng". */
function counted(text: string, signedAt: number | null): VisitNumber[] {
  if (NOT_NOW.test(text)) return [];
  const given = GIVEN.exec(text);
  return numbersIn(text).flatMap(({ start, end }): VisitNumber[] => {
    const noun = text.slice(end, end + 24).match(/^(?: \p{Ll}[\p{L}\p{M}]*){0,3}/u)?.[0] ?? "";
    const said = text.slice(start, end);
    if (signedAt !== null && start > signedAt && DOCUMENT.test(said + noun)) {
      const document = DOCUMENT.exec(said + noun)!;
      return [
        {
          text: (said + noun).slice(0, Math.max(said.length, document.index + document[0].length)),
          what: "agreement",
        },
      ];
    }
    if (
      given !== null &&
      start > given.index &&
      GIFT.test(said) &&
      !/năm|tháng|ngày|%/iu.test(said)
    )
      return [{ text: said, what: "gift" }];
    return [];
  });
}
