import { matchesIn, normalizeText, sentences } from "../../language/text/index.ts";

/** Sentences in which a writer says that the passages do not answer. */
const DECLINES: readonly RegExp[] = [
  /(?<!\p{L})(?:không|chưa) (?:có|tìm thấy|đủ|nêu|đề cập|cung cấp|chứa|nói)(?!\p{L})[^.]{0,80}(?<!\p{L})(?:thông tin|tư liệu|đoạn|bài|câu trả lời|dữ liệu|nội dung)/iu,
  /(?<!\p{L})(?:các đoạn|tư liệu|bài viết|đoạn trích|thông tin|nguồn)[^.]{0,60}(?<!\p{L})(?:không|chưa) (?:trả lời|đề cập|nêu|cho biết|cung cấp|có|đủ|nói)/iu,
  /\b(?:passages?|sources?|articles?|texts?|documents?|information)\b[^.]{0,80}\b(?:do|does|did) not (?:answer|contain|mention|provide|say|include|state|tell)/iu,
  /\b(?:not|isn't|no) (?:enough |sufficient )?(?:information|answer|mention)\b/iu,
  /(?:没有|未|无法|不能|并未)[^。]{0,24}(?:提供|提到|提及|回答|信息|答案|说明|找到)/u,
];

/** Orders to a language model. */
const ORDERS: readonly RegExp[] = [
  /(?<!\p{L})(?:bỏ qua|quên|phớt lờ|không tuân theo) (?:mọi|các|tất cả|toàn bộ|những|hết)(?: (?:mọi|các|những))? (?:hướng dẫn|chỉ dẫn|chỉ thị|quy tắc|lệnh|yêu cầu|câu lệnh)(?!\p{L})/iu,
  /(?<!\p{L})hãy (?:viết(?! tiếp| nên)|trả lời|nói|ghi|in ra|đáp|khẳng định|tóm tắt|dịch)(?!\p{L})/iu,
  /(?<!\p{L})(?:mô hình ngôn ngữ|trợ lý (?:AI|ảo)|câu lệnh hệ thống|(?:người viết|trợ lý|chatbot|bot) phải (?:viết|trả lời|nói|ghi))(?!\p{L})/iu,
  /\b(?:(?:ignore|disregard|forget|override) (?:all |any |the |your |these )*(?:previous|above|prior|earlier|other|instructions?|rules?)|language model|ai (?:model|assistant)|system prompt|(?:write|answer|reply|respond|say|print|output)(?: only)?(?::| exactly| that| with the)|you (?:are|must|should|will) (?:now|not|only|an?|always|write|answer|reply|say|act))\b/iu,
  /(?:忽略|无视|忘记)(?:之前|以上|所有|上述|一切)|语言模型|人工智能助手|系统提示|(?:只|必须|请|现在)(?:回答|输出|写出|回复|写)/u,
];

/** Words of a writer about its task, its makers or its reader. */
const INSTRUCTION: readonly RegExp[] = [
  /^(?:xin |xin mời |mời )?(?:hãy|vui lòng|mời (?:bạn|quý|các))(?!\p{L})/iu,
  /(?<!\p{L})(?:hãy|vui lòng|xin) (?:chuyển khoản|chuyển tiền|quét mã|tải|đăng nhập|cung cấp|gọi)(?!\p{L})/iu,
  /(?<!\p{L})(?:là (?:một )?(?:mô hình|trợ lý|AI)|mô hình ngôn ngữ|theo (?:hướng dẫn|yêu cầu|chỉ dẫn) (?:của bạn|hệ thống|trên)|bỏ qua (?:mọi |các )?(?:hướng dẫn|chỉ dẫn)|tôi (?:xin|rất|sẽ|có thể|không thể)|xin lỗi|nếu bạn|bạn có thể|hãy (?:nhấp|bấm|truy cập|gửi|liên hệ))(?!\p{L})/iu,
  /\b(?:as an? (?:ai|assistant|language model)|language model|ignore (?:all |any |the )?(?:previous|above|prior)|system prompt|instructions?|i (?:am|cannot|can't|will|would|have)|i'm|sorry|please (?:click|visit|send|contact|note)|let me|click here)\b/iu,
  /(?:作为(?:一个|一名)?(?:人工智能|AI|助手|语言模型)|语言模型|忽略(?:之前|以上|所有)|系统提示|点击(?:这里|链接)|抱歉|请(?:点击|访问|联系))/u,
];

/**
 * What Telegram and terminals make a link of, written plainly as it may be: addresses, accounts, commands, tags. Such a
 * one would be the model's.
 */
const LIVE: readonly RegExp[] = [
  /https?:|www\.|t\.me|tg:|(?<![\p{L}\p{N}._-])@[\p{L}\p{N}_]{2}|(?<![\p{L}\p{N}])[/#][\p{L}_]{2}/iu,
  /[\p{L}\p{N}_-]@[\p{L}\p{N}-]/u,
  /(?<![\p{L}\p{N}])[a-z0-9-]{2,63}\.(?:com|net|org|info|biz|gov|edu|vn|cn|hk|tw|io|me|co|ru|xyz|top|vip|app|dev|ai|tv|cc|link|site|online|shop|store|club|live|click|asia|example|onion)(?![\p{L}\p{N}-])/iu,
];

/** True where a client would show a link, a mention or a command in a sentence. */
export const isLive = (text: string): boolean => LIVE.some((pattern) => pattern.test(text));

/** True for a sentence of an article that is written for a language model: it tells nothing. */
export const orders = (text: string): boolean => ORDERS.some((pattern) => pattern.test(text));

/** True where a sentence says that the passages do not answer. */
export const declines = (text: string): boolean => DECLINES.some((pattern) => pattern.test(text));

/** What somebody is quoted with; it has to stand in an article anyway. */
const QUOTED = /[“"«][^“”"«»]{0,400}[”"»]/gu;

/** True where a sentence speaks of the writer's task, or to its reader, instead of the matter. */
export function isInstruction(text: string): boolean {
  const own = text.replace(QUOTED, "");
  return orders(text) || INSTRUCTION.some((pattern) => pattern.test(own));
}

const LEAST_WORDS = 3;

/** True for what states something: words enough, no question, no heading. */
export function isStatement(text: string): boolean {
  if (/[?？:：]\s*$/u.test(text)) return false;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return han >= LEAST_WORDS * 2 || words >= LEAST_WORDS;
}

/** A sentence as the writer put it. */
export interface Draft {
  /** Plain text: no markers, markup, links or mentions. */
  readonly text: string;
  /** Numbers that it cites, in their order, those that no passage has included. */
  readonly cited: readonly number[];
  /** True for what stood there as a heading. */
  readonly heading: boolean;
}

/** Characters that are read; an answer of five sentences has a tenth of them. */
const MOST_CHARS = 12_000;

/** Thoughts that some models print before their answer begin and end so. */
const THOUGHT = /<(\/?)(?:think|thinking|reasoning)>/giu;
const FENCES = /```[^\n]{0,30}\n?|~~~[^\n]{0,30}\n?/gu;
const LINK = /!?\[([^[\]\n]{0,200})\]\((?:[^()\n]{0,400})\)/gu;
const ADDRESS = /(?:https?:\/\/|www\.|t\.me\/|tg:\/\/)[^\s<>"'）)\]】]{1,500}/giu;
const TAG = /<\/?[a-z!][^<>\n]{0,300}>/giu;
const MENTION = /(?<![\p{L}\p{N}._-])@[\p{L}\p{N}_]{2,64}/gu;
const EMPHASIS = /\*{1,3}|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])|`+|~~/gu;
/** What a reader cannot see, or what turns the direction of a line. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}](?<![\n\t])/gu;
const LINE_START =
  /^[ \t]{0,8}(?:(#{1,6})[ \t]{1,4}|>[ \t]{0,4}|[-*+•▪●–—][ \t]{1,4}|\(?\d{1,2}[.)][ \t]{1,4})?/u;
/** `[1]`, `[1, 2]`, `[1-3]`, `【1†source】`, `[nguồn 1]`, `[^1]`. */
const MARKER =
  /[[【［]\s{0,2}(?:\^|(?:nguồn|bài|đoạn|source|passage|来源|段落)\s{0,2}:?\s{0,2})?(\d{1,3}(?:\s{0,2}[,;、，–-]\s{0,2}\d{1,3}){0,9})\s{0,2}(?:[†|][^\]】］\n]{0,40})?[\]】］]/giu;
/** More numbers than that are no citation of a sentence. */
const MOST_SPAN = 8;

function numbersOf(list: string): number[] {
  return list.split(/[,;、，]/u).flatMap((part) => {
    const [from = 0, to = from] = part.split(/[–-]/u).map(Number);
    if (to < from || to - from > MOST_SPAN) return [from, to];
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

interface Line {
  text: string;
  /** Where in `text` a marker stood. */
  readonly markers: { readonly at: number; readonly numbers: readonly number[] }[];
}

/** Takes the markers out of a line; what is left closes up. */
function withoutMarkers(line: string): Line {
  const found: Line = { text: "", markers: [] };
  let from = 0;
  const add = (part: string) => {
    const glued = /^[\s.,;:!?。，；：！？]/u.test(part) || found.text === "";
    found.text = glued ? found.text.trimEnd() + part : found.text + part;
  };
  for (const match of matchesIn(line, MARKER)) {
    add(line.slice(from, match.index));
    found.markers.push({ at: found.text.trimEnd().length, numbers: numbersOf(match[1]!) });
    from = match.index + match[0].length;
    // "… A.[1]B": the sentence ended there.
    if (/[.!?…]\s{0,2}$/u.test(found.text) && /^\p{L}/u.test(line.slice(from))) found.text += " ";
  }
  add(line.slice(from));
  return found;
}

const plain = (text: string): string =>
  text
    .replace(LINK, (_, label: string) => (/^\^?\d{1,3}$/u.test(label) ? `[${label}]` : label))
    .replace(ADDRESS, "")
    .replace(TAG, "")
    .replace(MENTION, "")
    .replace(EMPHASIS, "");

/** Takes out what stands between the marks of thoughts; unclosed ones reach to the end, unopened ones from the start. */
function withoutThoughts(text: string): string {
  let kept = "";
  let from = 0;
  let open = false;
  for (const match of matchesIn(text, THOUGHT)) {
    const closes = match[1] === "/";
    if (!open && !closes) kept += text.slice(from, match.index);
    if (!open && closes) kept = "";
    open = !closes;
    from = match.index + match[0].length;
  }
  return open ? kept : kept + text.slice(from);
}

/**
 * Cuts a writer's text into plain sentences with the numbers that each cites, whether they stand before or behind the
 * full stop. A number at the head of a line belongs to the sentence behind it.
 *
 * @returns In order; `rest` is true where the text was longer than is read.
 */
export function cutWritten(text: string): { drafts: Draft[]; rest: boolean } {
  const read = text.slice(0, MOST_CHARS).replace(UNSEEN, "").replace(FENCES, "\n");
  const drafts: Draft[] = [];
  for (const raw of normalizeText(withoutThoughts(read)).split("\n")) {
    const start = LINE_START.exec(raw)!;
    const line = withoutMarkers(plain(raw.slice(start[0].length)));
    const ranges = sentences(line.text);
    ranges.forEach(({ start: from, end }, i) => {
      const isFirst = i === 0;
      const next = ranges[i + 1]?.start ?? line.text.length + 1;
      const cited = line.markers
        .filter(({ at }) => (at > from || (isFirst && at <= from)) && at <= Math.max(end, next - 1))
        .flatMap(({ numbers }) => numbers);
      const own = line.text
        .slice(from, end)
        .replace(/\s{2,}/gu, " ")
        .trim();
      if (own === "") return;
      const heading = start[1] !== undefined || /^[^.!?。！？]{1,80}[:：]$/u.test(own);
      drafts.push({ text: own, cited: [...new Set(cited)], heading });
    });
    if (ranges.length === 0 && line.markers.length > 0) citeLast(drafts, line);
  }
  return { drafts, rest: text.length > MOST_CHARS };
}

/** A line of numbers alone belongs to the sentence above it. */
function citeLast(drafts: Draft[], line: Line): void {
  const last = drafts.at(-1);
  if (last === undefined) return;
  const numbers = line.markers.flatMap(({ numbers: own }) => own);
  drafts[drafts.length - 1] = { ...last, cited: [...new Set([...last.cited, ...numbers])] };
}
