/** A way to tell of what is still to come, and a sentence that does. */
interface ToComeRow {
  /** Alternatives of an expression, with marks. */
  readonly words: string;
  readonly example: string;
}

/** A row here, and such a sentence is neither a meeting that was held nor a document that was signed. */
export const TO_COME: readonly ToComeRow[] = [
  { words: "sẽ", example: "Hai bên sẽ ký Thỏa thuận về bưu chính." },
  { words: "sắp(?! xếp| đặt)", example: "Đoàn Mông Tự sắp sang thăm." },
  { words: "dự (?:kiến|định)", example: "Phiên thứ 12 dự kiến họp tại Nam Ninh." },
  { words: "hẹn", example: "Hai trưởng đoàn hẹn lần thứ bảy ở Cao Bằng." },
  { words: "(?:lần|kỳ|phiên) (?:tới|sau)", example: "Lần tới họp tại Bách Sắc." },
  { words: "sang năm(?! \\d)|năm (?:tới|sau)", example: "Lễ hội sang năm ở Hà Khẩu." },
  { words: "đăng cai", example: "Bách Sắc nhận đăng cai hội nghị lần thứ 8." },
  { words: "chuẩn bị cho", example: "Hai bên chuẩn bị cho hội đàm lần thứ 9." },
];
const ANY = new RegExp(
  `(?<!\\p{L})(?:${TO_COME.map(({ words }) => words).join("|")})(?!\\p{L})`,
  "iu",
);

/** True where a Vietnamese sentence tells of what is still to come. */
export const isToCome = (sentence: string): boolean => ANY.test(sentence);
