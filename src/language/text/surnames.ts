import { fold } from "./fold.ts";

/**
 * Common Vietnamese and Sino-Vietnamese family names. `*` stands behind those that are still no other word where English
 * texts write them without their marks.
 */
const SURNAME_ROWS: readonly { readonly name: string; readonly isPlain: boolean }[] =
  "hồng ngụy nguyễn* trần* lê phạm* hoàng* huỳnh* phan* vũ võ đặng* bùi* đỗ hồ ngô dương* lý đào đoàn vương* trịnh* trương* đinh lâm phùng mai tô hà tạ lương* triệu chu cao châu lưu tăng thái tống từ quách tôn mã hứa hàn đàm la doãn kiều thạch lục nông hùng tập bành bế vi lò giàng thào sùng vàng tráng cư ma quan lại khuất nghiêm ninh văn thân tiêu điền viên tưởng dư đường tào lữ nhâm nhậm lư diêu thẩm chung khương thôi uông liêu phó phương bạch trâu mạnh tần khâu hầu giang diêm lôi long sử cố cung thiệu vạn hạ tiết ôn hạng đới lã phí an âu cát mạc quàng lường vừ tẩn chảo lù thèn cấn chử tòng"
    .split(" ")
    .map((row) => ({ name: row.replace("*", ""), isPlain: row.endsWith("*") }));

export const SURNAMES: ReadonlySet<string> = new Set(SURNAME_ROWS.map(({ name }) => name));
/** The same, folded, for what was typed without marks. */
export const FOLDED_SURNAMES: ReadonlySet<string> = new Set([...SURNAMES].map(fold));
/** Those that begin a name without their marks too, folded. */
export const PLAIN_SURNAMES: ReadonlySet<string> = new Set(
  SURNAME_ROWS.filter(({ isPlain }) => isPlain).map(({ name }) => fold(name)),
);
