import { describe, expect, it, test } from "vitest";
import { fromLegacy } from "../../../src/language/text/legacy.ts";
import {
  LEGACY_ENCODINGS,
  LEGACY_TABLES,
  type LegacyEncoding,
} from "../../../src/language/text/legacy-tables.ts";
import { normalizeText } from "../../../src/language/text/normalize.ts";
import { isReadable } from "../../../src/language/text/readable.ts";

const SHOWN = new TextDecoder("windows-1252");
const REPORT = [
  "Phó Chủ tịch UBND tỉnh tiếp Đoàn công tác huyện Ninh Minh",
  "Sáng 9/4, tại thị trấn Đồng Đăng, bà Hoàng Thị Bưởi tiếp “Đoàn hữu nghị” – do ông Vĩ Tuệ Ẩn, Phó Huyện trưởng, dẫn đầu.",
  "Hai bên thống nhất giữ đường dây nóng, kỹ lưỡng kiểm dịch, mở rộng chỗ đỗ xe và quảng bá ẩm thực.",
].join("\n\n");

/** Every letter with marks in a syllable. */
const SYLLABLES =
  "bà bá bả bã bạ ăn bằn bắn bẳn bẵn bặn ân bần bấn bẩn bẫn bận bè bé bẻ bẽ bẹ bê bề bế bể bễ bệ bì bí bỉ bĩ bị " +
  "bò bó bỏ bõ bọ bô bồ bố bổ bỗ bộ bơ bờ bớ bở bỡ bợ bù bú bủ bũ bụ bư bừ bứ bử bữ bự kỳ ký kỷ kỹ kỵ đi";

/** Text as a program shows it that takes the bytes of the encoding for windows-1252. */
function shownIn(encoding: LegacyEncoding, text: string): string {
  const { codes } = LEGACY_TABLES[encoding];
  return Array.from(text, (letter) => {
    const code = codes.get(letter) ?? codes.get(letter.toLowerCase());
    if (code === undefined) return letter;
    const bytes = Uint8Array.from([...code].map((one) => one.charCodeAt(0)));
    return bytes[0]! < 0x20 ? code : SHOWN.decode(bytes);
  }).join("");
}

describe.each(LEGACY_ENCODINGS)("%s", (encoding) => {
  const { codes, letters } = LEGACY_TABLES[encoding];

  test("every letter has codes of its own, and they give it back", () => {
    const all = "ăâđêôơư".concat("ĂÂĐÊÔƠƯ");
    for (const letter of all) expect(codes.has(letter)).toBe(true);
    expect(codes.size).toBe(encoding === "tcvn3" ? 67 + 7 : 134);
    for (const [letter, code] of codes) expect(letters.get(code)).toBe(letter);
  });

  test.each([SYLLABLES, SYLLABLES.toUpperCase()])("every letter in a word is read: %s", (line) => {
    expect(normalizeText(fromLegacy(shownIn(encoding, line)))).toBe(line);
  });

  test("a report comes out as it was written", () => {
    const read = fromLegacy(shownIn(encoding, REPORT));
    const spelled = (text: string) => normalizeText(text);
    if (encoding === "tcvn3") expect(read.toLowerCase()).toBe(REPORT.toLowerCase());
    else expect(spelled(read)).toBe(REPORT);
  });

  test("a line of it in an article in Unicode is read, the rest stays", () => {
    const [title, opening, end] = REPORT.split("\n\n") as [string, string, string];
    const mixed = [title, shownIn(encoding, end), opening, end].join("\n");
    expect(normalizeText(fromLegacy(mixed))).toBe([title, end, opening, end].join("\n"));
  });
});

describe("text before Unicode", () => {
  it.each([
    ["L·NH §¹O TØNH L¹NG S¥N §ãN §OµN", "LÃNH ĐẠO TỈNH LẠNG SƠN ĐÓN ĐOÀN"],
    ["§oµn ®Õn th-êng trùc TØnh ñy, nh- n¨m tr-íc", "Đoàn đến thường trực Tỉnh ủy, như năm trước"],
    ["<p>La&otilde;nh &ntilde;a&iuml;o t&aelig;nh</p>", "<p>Lãnh đạo tỉnh</p>"],
    ["\uF0A7oµn c\uF0ABng t\uF0B8c tØnh Qu¶ng T©y", "Đoàn công tác tỉnh Quảng Tây"],
    ["Láº¡ng SÆ¡n: Ä‘áº¡i biá»ƒu tá»‰nh", "Lạng Sơn: đại biểu tỉnh"],
  ])("%s", (shown, meant) => expect(fromLegacy(shown)).toBe(meant));

  it.each([
    REPORT,
    REPORT.normalize("NFD"),
    "La délégation chinoise a été reçue par le maire, qui a salué l'amitié entre les deux villes et les entreprises.",
    "Die Gäste aus Nürnberg wurden vom Bürgermeister begrüßt, danach führte man Gespräche über die Brücke.",
    "Menu › Trang chủ › Tin tức • 25°C • © 2024",
    "谅山省领导会见崇左市代表团",
  ])("leaves what is none: %s", (text) => {
    expect(fromLegacy(text)).toBe(text);
    expect(isReadable(text)).toBe(true);
  });

  it("takes letters that no table knows for unreadable", () => {
    expect(isReadable("6iQJ 14/5/2024, WҥL WKjQK SKӕ &DR %ҵQJ, ÿӗQJ FKt 1{QJ 7Kӏ /DQ, 3Ky")).toBe(
      false,
    );
    expect(isReadable("T¿i buÙi tiÆp, hai bÅn trao ÂØi viÇc mº l¿i tuyÆn v½n t¶i hµnh khΩch")).toBe(
      false,
    );
  });
});
