import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import sharp from "sharp";

/** Ways in which a page comes onto the screen of an office. */
export const CONDITIONS = ["clean", "150 dpi", "rotated 2°", "JPEG noise", "stamp"] as const;
type Condition = (typeof CONDITIONS)[number];

const require = createRequire(import.meta.url);

/** Tinos has the shapes and widths of Times New Roman, in which offices have to print. */
const FONT = "Tinos";
const FONT_FILES = ["400Regular", "700Bold"].map((weight) =>
  require.resolve(`@expo-google-fonts/tinos/${weight}/Tinos_${weight}.ttf`),
);

/** An A4 page in points. */
const [WIDTH, HEIGHT] = [595, 842];
const FONT_SIZE = 14;
const MARGIN = 60;
const CHARS_A_LINE = 70;
const DPI: Partial<Record<Condition, number>> = { "150 dpi": 150 };
const USUAL_DPI = 300;

/** Draws a report as a page of print, as a picture under a condition. @returns A PNG or JPEG. */
export async function drawPage(report: readonly string[], condition: Condition): Promise<Buffer> {
  const dpi = DPI[condition] ?? USUAL_DPI;
  const png = new Resvg(svgOf(report, condition), {
    fitTo: { mode: "width", value: Math.round((WIDTH / 72) * dpi) },
    font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: FONT },
  })
    .render()
    .asPng();
  const page = sharp(png).flatten({ background: "white" });
  switch (condition) {
    case "rotated 2°":
      return await page.rotate(2, { background: "white" }).png().toBuffer();
    case "JPEG noise":
      return await noisy(await page.greyscale().toBuffer());
    default:
      return await page.png().toBuffer();
  }
}

function svgOf([title = "", ...paragraphs]: readonly string[], condition: Condition): string {
  let y = MARGIN + 20;
  const line = (text: string, size: number, weight: number) => {
    const drawn = `<text x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${weight}">${escaped(text)}</text>`;
    y += size * 1.5;
    return drawn;
  };
  const lines = wrapped(title, 52).map((one) => line(one, 15, 700));
  for (const paragraph of paragraphs) {
    y += FONT_SIZE * 0.6;
    lines.push(...wrapped(paragraph, CHARS_A_LINE).map((one) => line(one, FONT_SIZE, 400)));
  }
  const stamp =
    condition === "stamp"
      ? `<g fill="none" stroke="#d22" stroke-width="3" opacity="0.55"><circle cx="420" cy="230" r="52"/><circle cx="420" cy="230" r="38"/><path d="M420 200 L428 224 L452 224 L432 239 L440 262 L420 248 L400 262 L408 239 L388 224 L412 224 Z" fill="#d22"/></g>`
      : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="${FONT}"><rect width="100%" height="100%" fill="white"/>${lines.join("")}${stamp}</svg>`;
}

function wrapped(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1)!;
    if (line !== "" && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}

const escaped = (text: string) => text.replace(/[&<>]/gu, (sign) => `&#${sign.charCodeAt(0)};`);

/** Grain of a cheap scanner, always the same, and the blocks of a strong compression. */
async function noisy(page: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(page).raw().toBuffer({ resolveWithObject: true });
  let seed = 7;
  for (let i = 0; i < data.length; i += 1) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    data[i] = Math.max(0, Math.min(255, data[i]! + ((seed >>> 16) % 61) - 30));
  }
  const { width, height, channels } = info;
  return await sharp(data, { raw: { width, height, channels } }).jpeg({ quality: 25 }).toBuffer();
}

/** Reports of the script's own, as offices print them. */
export const REPORTS: readonly (readonly string[])[] = [
  [
    "Bí thư Huyện ủy Tràng Định tiếp Đoàn đại biểu huyện Long Châu",
    "Sáng 14/5/2024, tại trụ sở Huyện ủy, đồng chí Nông Thị Hạnh, Bí thư Huyện ủy Tràng Định, đã tiếp Đoàn đại biểu Huyện ủy Long Châu, thành phố Sùng Tả (Quảng Tây, Trung Quốc) do ông Hoàng Quốc Khánh, Phó Bí thư Huyện ủy, làm trưởng đoàn.",
    "Tại buổi tiếp, hai bên đánh giá cao kết quả hợp tác trong quản lý, bảo vệ đường biên, mốc giới; phòng, chống buôn lậu, gian lận thương mại; giao lưu hữu nghị giữa nhân dân khu vực biên giới.",
    "Kim ngạch xuất nhập khẩu qua cửa khẩu đạt 1.287 tỷ đồng, tăng 18,6% so với cùng kỳ; 35 đoàn với 412 lượt người đã sang thăm, làm việc.",
    "Hai bên thống nhất tiếp tục duy trì cơ chế gặp gỡ định kỳ, mỗi quý một lần, luân phiên tổ chức tại mỗi bên; đẩy nhanh tiến độ nâng cấp đường nối hai cặp chợ biên giới Nà Nưa – Khoa Giáp.",
  ],
  [
    "Sở Ngoại vụ làm việc với Văn phòng Ngoại sự thành phố Phòng Thành Cảng",
    "Chiều 3/10/2023, Giám đốc Sở Ngoại vụ Vũ Đức Tuyển chủ trì buổi làm việc với đoàn công tác Văn phòng Ngoại sự thành phố Phòng Thành Cảng do bà Lý Mỹ Quyên, Phó Chủ nhiệm, dẫn đầu.",
    "Hai bên trao đổi về việc chuẩn bị Hội chợ thương mại, du lịch quốc tế lần thứ 15; thủ tục cho xe tự lái của khách du lịch; công tác bảo hộ công dân và xử lý các vụ việc phát sinh.",
    "Bà Lý Mỹ Quyên cảm ơn sự đón tiếp nồng hậu, đề nghị hai cơ quan giữ liên lạc thường xuyên qua đường dây nóng, sớm ký kết bản ghi nhớ giai đoạn 2024 – 2028.",
  ],
];
