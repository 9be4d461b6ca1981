import { makeZip, type ZipPart } from "./make-docx.ts";

/** A cell: text, or a day as the number of days that sheets count. */
export type SheetCell = string | { readonly day: number } | null;

export interface SheetOptions {
  readonly name?: string;
  /** Merged ranges: `A1:C1`. */
  readonly merged?: readonly string[];
}

const encode = (text: string) =>
  text.replace(/[&<>]/gu, (ch) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[ch]!);
const letter = (column: number) => String.fromCharCode(65 + column);

/** Writes an Excel workbook of one sheet. */
export function makeXlsx(
  rows: readonly (readonly SheetCell[])[],
  { name = "Sheet1", merged = [] }: SheetOptions = {},
): Buffer {
  const cell = (value: SheetCell, ref: string) => {
    if (value === null) return "";
    return typeof value === "string"
      ? `<c r="${ref}" t="inlineStr"><is><t>${encode(value)}</t></is></c>`
      : `<c r="${ref}" s="1"><v>${value.day}</v></c>`;
  };
  const body = rows
    .map(
      (row, y) =>
        `<row r="${y + 1}">${row.map((value, x) => cell(value, `${letter(x)}${y + 1}`)).join("")}</row>`,
    )
    .join("");
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const parts: ZipPart[] = [
    {
      name: "[Content_Types].xml",
      content: `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    },
    {
      name: "_rels/.rels",
      content: `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${encode(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: "xl/styles.xml",
      content: `<?xml version="1.0"?><styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    {
      name: "xl/worksheets/sheet1.xml",
      content: `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${body}</sheetData>${merges === "" ? "" : `<mergeCells>${merges}</mergeCells>`}</worksheet>`,
    },
  ];
  return makeZip(parts);
}

/** Writes an OpenDocument text around a body of its XML. */
export function makeOdt(body: string, styles = ""): Buffer {
  const uri = "urn:oasis:names:tc:opendocument:xmlns";
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="${uri}:office:1.0" xmlns:text="${uri}:text:1.0" xmlns:table="${uri}:table:1.0" xmlns:style="${uri}:style:1.0" office:version="1.2"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  return makeZip([
    { name: "mimetype", content: "application/vnd.oasis.opendocument.text", isStored: true },
    { name: "content.xml", content },
  ]);
}
