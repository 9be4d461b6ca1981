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
