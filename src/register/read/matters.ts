import { numbersIn } from "../../entities/numbers.ts";
import type { Passage, VisitNumber } from "../visit.ts";
import type { Skeleton } from "./skeleton.ts";

/** What an article tells of the talks, each part with the sentences it was read from. */
export interface Matters {
  readonly topics: readonly string[];
  readonly agreements: readonly string[];
  readonly numbers: readonly VisitNumber[];
  readonly passages: Readonly<Record<"topics" | "agreements" | "numbers", readonly Passage[]>>;
}

const TALKED =
  /(?:hai bên|hai đoàn|các bên|hai nhà lãnh đạo|hai nước|đại biểu|ông|bà|đồng chí|đoàn)?[^.;]{0,60}?(?:trao đổi|thảo luận|bàn|bàn thảo|đề cập|thông tin|tập trung)(?: ý kiến| kỹ| sâu| cụ thể| chi tiết)?(?: về| tới| đến)(?: việc| các vấn đề| một số nội dung| một số vấn đề| tình hình)? /iu;
const WHO_TALKED = /hai bên|hai đoàn|các bên|hai nhà lãnh đạo|hai lãnh đạo/iu;
const AGREED =
  /(?:hai bên|hai đoàn|các bên|hai nhà lãnh đạo)[^.;]{0,40}?(?:nhất trí|thống nhất|thỏa thuận|thoả thuận|đồng ý|cam kết)(?: sẽ| cùng| với| về)? /iu;
const SIGNED = /(?<!\p{L})(?:đã |cùng |lễ |chứng kiến |tiến hành ){1,5}ký(?: kết)? /iu;
/** Who only wishes or looks back. */
const NOT_NOW =
  /qua đó|thời gian qua|vừa qua|đạt được|đề nghị|mong|hy vọng|cần|sẽ|sớm ký|đã được ký|trước đó|năm (?:19|20)\d\d|hồi tháng/iu;
const DOCUMENT =
  /thỏa thuận|thoả thuận|biên bản ghi nhớ|biên bản|văn kiện|hiệp định|bản ghi nhớ|hợp đồng|văn bản|nghị định thư|tuyên bố chung|chương trình hợp tác/iu;
const GIVEN = /(?<!\p{L})(?:tặng|trao tặng|trao|hỗ trợ|viện trợ|ủng hộ|bàn giao)(?!\p{L})/iu;
const GIFT =
  /(?:suất quà|phần quà|đồng|usd|nhân dân tệ|euro|máy|bộ|chiếc|tấn|khẩu trang|kit|liều|xe)(?!\p{L})/iu;
const LONGEST = 220;
const MOST_TOPICS = 8;

/** Reads what was talked about, agreed, signed and given, from the sentences of a visit. */
export function readMatters(skeletons: readonly Skeleton[]): Matters {
  const topics: string[] = [];
  const agreements: string[] = [];
  const numbers: VisitNumber[] = [];
  const passages = {
    topics: [] as Passage[],
    agreements: [] as Passage[],
    numbers: [] as Passage[],
  };
  const put = (field: keyof typeof passages, { start, end }: Skeleton): void => {
    if (passages[field].at(-1)?.start !== start) passages[field].push({ start, end });
  };
  for (const skeleton of skeletons) {
    const text = skeleton.words.text;
    const talked = WHO_TALKED.test(text) ? TALKED.exec(text) : null;
    if (talked !== null && topics.length < MOST_TOPICS) {
      const parts = partsOf(text.slice(talked.index + talked[0].length));
      topics.push(
        ...parts.filter((part) => !topics.includes(part)).slice(0, MOST_TOPICS - topics.length),
      );
      if (parts.length > 0) put("topics", skeleton);
    }
    const agreed = AGREED.exec(text);
    if (agreed !== null && !NOT_NOW.test(text.slice(0, agreed.index + agreed[0].length))) {
      const [part] = partsOf(text.slice(agreed.index + agreed[0].length));
      if (part !== undefined) {
        agreements.push(part);
        put("agreements", skeleton);
      }
    }
    const signed = SIGNED.exec(text);
    if (signed === null ? !GIVEN.test(text) : NOT_NOW.test(text)) continue;
    if (signed !== null) {
      const [part] = partsOf(text.slice(signed.index + signed[0].length));
      if (part !== undefined && DOCUMENT.test(part)) {
        agreements.push(part);
        put("agreements", skeleton);
      }
    }
    for (const number of counted(text, signed === null ? null : signed.index)) {
      numbers.push(number);
      put("numbers", skeleton);
    }
  }
  return { topics, agreements, numbers, passages };
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

/** The parts of an enumeration: cut at semicolons, in the article's own words, without the end of the sentence. */
function partsOf(rest: string): string[] {
  return rest
    .replace(/[./]{1,8}["”]?$/u, "")
    .split(/;\s*/u)
    .map((part) => part.trim())
    .map((part) => (part.length <= LONGEST ? part : shortened(part)))
    .filter((part) => part.length >= 8);
}

/** Cut at the last comma that fits, else the last word. */
function shortened(part: string): string {
  const head = part.slice(0, LONGEST);
  const comma = head.lastIndexOf(", ");
  return head.slice(0, comma > LONGEST / 2 ? comma : head.lastIndexOf(" "));
}
