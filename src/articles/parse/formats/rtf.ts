import { TextDecoder } from "node:util";
import type { Skip } from "../../../model/index.ts";
import { type Cell, type PageLine, skip, tableLines } from "../page/index.ts";

const MAX_FILE_BYTES = 20 * 1024 * 1024;
const MAX_CHARS = 400_000;
/** Groups whose text is none of the document's (Rich Text Format 1.9.1); `\*` opens others that a reader may pass over. */
const LEFT_OUT = new Set(
  "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf annotation atnid atnauthor listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping datastore latentstyles xmlnstbl fldinst filetbl pntext nonshppict shppict deltext".split(
    " ",
  ),
);
/** `\*` groups with text of the document: boxes. */
const KEPT = new Set(["shptxt", "shpinst"]);
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: "\t",
  line: "\n",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: " ",
  enspace: " ",
};

interface Group {
  readonly isLeftOut: boolean;
  readonly isHidden: boolean;
  /** A footnote: it goes behind the document. */
  readonly isNote: boolean;
  /** Bytes that stand for a Unicode letter behind it, for readers without Unicode. */
  readonly replaced: number;
}

/** Reads a document in Rich Text Format: paragraphs and rows of tables, without hidden and deleted text. */
export function rtfLines(
  bytes: Uint8Array,
): { ok: true; lines: PageLine[]; notes: PageLine[] } | Skip {
  if (bytes.length > MAX_FILE_BYTES)
    return skip("too-large", "The document is over 20 MB. Send the text without pictures.");
  const source = Buffer.from(bytes).toString("latin1");
  const codepage = /\\ansicpg(\d{3,5})/u.exec(source.slice(0, 2_000))?.[1] ?? "1252";
  const decoder = decoderOf(codepage);
  const lines: PageLine[] = [];
  let text = "";
  let row: Cell[] = [];
  let rows: Cell[][] = [];
  let inTable = false;
  let chars = 0;
  const endTable = () => {
    if (rows.length > 0) {
      const told = tableLines(rows);
      lines.push(...(told ?? rows.flat().map((cell): PageLine => ({ text: cell.text }))));
    }
    rows = [];
  };
  const endParagraph = () => {
    if (!inTable) endTable();
    for (const line of text.split("\n")) if (line.trim() !== "") lines.push({ text: line });
    text = "";
  };
  let group: Group = { isLeftOut: false, isHidden: false, isNote: false, replaced: 1 };
  let notes = "";
  const stack: Group[] = [];
  let skipping = 0;
  // Control words, escaped bytes, escaped signs, braces, or a run of text.
  for (const [token, word, number, hex, sign] of source.matchAll(
    /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|[{}]|[\r\n]+|[^\\{}\r\n]+/giu,
  )) {
    const write = (added: string) => {
      if (group.isLeftOut || group.isHidden) return;
      chars += added.length;
      if (group.isNote) notes += added;
      else text += added;
    };
    if (chars > MAX_CHARS)
      return skip("too-large", "The document is too long. Send the article alone.");
    if (token === "{") stack.push(group);
    else if (token === "}") {
      group = stack.pop() ?? group;
      skipping = 0;
    } else if (hex !== undefined) {
      if (skipping > 0) skipping -= 1;
      else write(decoder.decode(Uint8Array.of(Number.parseInt(hex, 16))));
    } else if (sign !== undefined) {
      if (sign === "*") group = { ...group, isLeftOut: true };
      else if (sign === "~") write(" ");
      else if (sign === "_") write("-");
      else if (/[\\{}]/u.test(sign)) write(sign);
      else if (/[\r\n]/u.test(sign)) endParagraph();
    } else if (word !== undefined) {
      const value = number === undefined ? null : Number(number);
      if (LEFT_OUT.has(word)) group = { ...group, isLeftOut: true };
      else if (KEPT.has(word)) group = { ...group, isLeftOut: false };
      else if (word === "v" || word === "deleted") group = { ...group, isHidden: value !== 0 };
      else if (word === "plain") group = { ...group, isHidden: false };
      else if (word === "footnote") {
        group = { ...group, isNote: true };
        notes += "\n";
      } else if (word === "uc")
        group = { ...group, replaced: Math.min(9, Math.max(0, value ?? 1)) };
      else if (word === "u" && value !== null) {
        write(String.fromCharCode(value < 0 ? value + 65_536 : value));
        skipping = group.replaced;
      } else if (word === "intbl") inTable = true;
      else if (word === "pard") inTable = false;
      else if (word === "par" || word === "sect" || word === "page") {
        if (inTable || group.isNote) write("\n");
        else endParagraph();
      } else if (word === "cell") {
        row.push({
          text: text
            .split("\n")
            .map((part) => part.trim())
            .filter(Boolean)
            .join(", "),
        });
        text = "";
      } else if (word === "row") {
        rows.push(row);
        row = [];
        inTable = false;
      } else if (CHARACTERS[word] !== undefined) write(CHARACTERS[word]);
    } else if (!/^[\r\n]/u.test(token)) {
      const kept = token.slice(Math.min(skipping, token.length));
      skipping = Math.max(0, skipping - token.length);
      write(kept);
    }
  }
  endParagraph();
  endTable();
  const told = notes.split("\n").filter((note) => note.trim() !== "");
  return { ok: true, lines, notes: told.map((note) => ({ text: note })) };
}

/** Vietnamese documents say 1258, or 1252 with every marked letter as Unicode. */
function decoderOf(codepage: string): TextDecoder {
  try {
    return new TextDecoder(`windows-${codepage}`);
  } catch {
    return new TextDecoder("windows-1252");
  }
}
