/** A line of text on a page; y counts from the foot, in points. */
export interface PrintedLine {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
}

export interface PdfOptions {
  readonly title?: string;
  /** Further entries of the catalog, such as an action at opening. */
  readonly catalog?: string;
  readonly isEncrypted?: boolean;
}

/** Width of every letter of the font, in thousandths of its size. */
const WIDTH = 500;

/** Writes a PDF with text in any letters: a one-byte font with a table to Unicode. */
export function makePdf(
  pages: readonly (readonly PrintedLine[])[],
  { title, catalog = "", isEncrypted = false }: PdfOptions = {},
): Buffer {
  const letters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))];
  if (letters.length > 190) throw new Error("too many letters for a one-byte font");
  // Control codes are no letters to a reader.
  const codeOf = new Map(letters.map((letter, i) => [letter, i < 95 ? 32 + i : 66 + i]));
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");
  const show = (text: string) => [...text].map((ch) => hex(codeOf.get(ch)!, 2)).join("");
  const maps = letters.map(
    (ch) => `<${hex(codeOf.get(ch)!, 2)}> <${Buffer.from(ch, "utf16le").swap16().toString("hex")}>`,
  );
  const blocks: string[] = [];
  for (let i = 0; i < maps.length; i += 100) {
    const some = maps.slice(i, i + 100);
    blocks.push(`${some.length} beginbfchar\n${some.join("\n")}\nendbfchar`);
  }
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${blocks.join("\n")}
endcmap CMapName currentdict /CMap defineresource pop end end`;
  const stream = (data: string) => `<< /Length ${data.length} >>\nstream\n${data}\nendstream`;
  const widths = new Array(224).fill(WIDTH).join(" ");
  const first = 5;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(" ")}] >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Arial /FirstChar 32 /LastChar 255 /Widths [${widths}] /ToUnicode 4 0 R >>`,
    stream(cmap),
  ];
  for (const [i, lines] of pages.entries()) {
    const content = lines
      .map(
        ({ text, x = 70, y, size = 12 }) => `BT /F1 ${size} Tf ${x} ${y} Td <${show(text)}> Tj ET`,
      )
      .join("\n");
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
      stream(content),
    );
  }
  const utf16 = Buffer.from(`\uFEFF${title ?? ""}`, "utf16le")
    .swap16()
    .toString("hex");
  objects.push(`<< /Title <${utf16}> >>`);
  const info = objects.length;
  if (isEncrypted) {
    const any = "ab".repeat(32);
    objects.push(`<< /Filter /Standard /V 1 /R 2 /O <${any}> /U <${any}> /P -4 >>`);
  }
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const encryption = isEncrypted ? `/Encrypt ${info + 1} 0 R /ID [<aa> <aa>]` : "";
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R /Info ${info} 0 R ${encryption} >>\nstartxref\n${xref}\n%%EOF`;
  return Buffer.from(file, "latin1");
}

/** Sets paragraphs as a word processor does: lines of at most `columns` letters, a gap between paragraphs. */
export function typeset(paragraphs: readonly string[], columns = 75, top = 760): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let y = top;
  for (const paragraph of paragraphs) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      if (line !== "" && line.length + 1 + word.length > columns) {
        lines.push({ text: line, y });
        y -= 16;
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    lines.push({ text: line, y });
    y -= 26;
  }
  return lines;
}
