/** Sentences in which a writer says that the passages do not answer. */
const DECLINES: readonly RegExp[] = [
  /(?<!\p{L})(?:không|chưa) (?:có|tìm thấy|đủ|nêu|đề cập|cung cấp|chứa|nói)(?!\p{L})[^.]{0,80}(?<!\p{L})(?:thông tin|tư liệu|đoạn|bài|câu trả lời|dữ liệu|nội dung)/iu,
  /(?<!\p{L})(?:các đoạn|tư liệu|bài viết|đoạn trích|thông tin|nguồn)[^.]{0,60}(?<!\p{L})(?:không|chưa) (?:trả lời|đề cập|nêu|cho biết|cung cấp|có|đủ|nói)/iu,
  /\b(?:passages?|sources?|articles?|texts?|documents?|information)\b[^.]{0,80}\b(?:do|does|did) not (?:answer|contain|mention|provide|say|include|state|tell)/iu,
  /\b(?:not|isn't|no) (?:enough |sufficient )?(?:information|answer|mention)\b/iu,
  /(?:没有|未|无法|不能|并未)[^。]{0,24}(?:提供|提到|提及|回答|信息|答案|说明|找到)/u,
];

/** Words of a writer about its task, its makers or its reader. */
const INSTRUCTION: readonly RegExp[] = [
  /(?<!\p{L})(?:là (?:một )?(?:mô hình|trợ lý|AI)|mô hình ngôn ngữ|theo (?:hướng dẫn|yêu cầu|chỉ dẫn) (?:của bạn|hệ thống|trên)|bỏ qua (?:mọi |các )?(?:hướng dẫn|chỉ dẫn)|tôi (?:xin|rất|sẽ|có thể|không thể)|xin lỗi|nếu bạn|bạn có thể|hãy (?:nhấp|bấm|truy cập|gửi|liên hệ))(?!\p{L})/iu,
  /\b(?:as an? (?:ai|assistant|language model)|language model|ignore (?:all |any |the )?(?:previous|above|prior)|system prompt|instructions?|i (?:am|cannot|can't|will|would|have)|i'm|sorry|please (?:click|visit|send|contact|note)|let me|click here)\b/iu,
  /(?:作为(?:一个|一名)?(?:人工智能|AI|助手|语言模型)|语言模型|忽略(?:之前|以上|所有)|系统提示|点击(?:这里|链接)|抱歉|请(?:点击|访问|联系))/u,
];

/** True where a sentence says that the passages do not answer. */
export const declines = (text: string): boolean => DECLINES.some((pattern) => pattern.test(text));

/** True where a sentence speaks of the writer's task instead of the matter. */
export const isInstruction = (text: string): boolean =>
  INSTRUCTION.some((pattern) => pattern.test(text));

const LEAST_WORDS = 3;

/** True for what states something: words enough, no question, no heading. */
export function isStatement(text: string): boolean {
  if (/[?？:：]\s*$/u.test(text)) return false;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return han >= LEAST_WORDS * 2 || words >= LEAST_WORDS;
}
