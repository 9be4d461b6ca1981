import type { Skip } from "../../../model/index.ts";
import { PROTECTED, skip } from "../page/index.ts";
import { htmlLibraries, isParsable } from "./html-dom.ts";
import { openArchive, UNPACKS_TOO_FAR } from "./zip.ts";

const MAX_XML_BYTES = 8 * 1024 * 1024;
/** Elements of OpenDocument and what they are on a page; what is not named is passed through. */
const TAGS: Readonly<Record<string, string>> = {
  "text:p": "p",
  "text:list": "ul",
  "text:list-item": "li",
  "table:table": "table",
  "table:table-header-rows": "thead",
  "table:table-row": "tr",
  "table:table-cell": "td",
};
/** Not in the accepted text: comments, deletions, variables, marks of notes. */
const LEFT_OUT =
  /^(?:office:annotation|text:tracked-changes|text:note-citation|text:sequence-decls|text:variable-decls|office:forms|svg:desc|svg:title)$/u;
const MAX_REPEATS = 50;

/** Turns an OpenDocument text (.odt), or sheet (.ods), into HTML; its notes stand behind it. */
export function odtHtml(bytes: Uint8Array): { ok: true; html: string; notes: string } | Skip {
  const broken = skip("bad-document", "The document is damaged. Open it and save it as .docx.");
  const entries = openArchive(bytes, UNPACKS_TOO_FAR, broken);
  if (!Array.isArray(entries)) return entries;
  const content = entries.find(({ name }) => name === "content.xml");
  if (content === undefined) return broken;
  const manifest = entries.find(({ name }) => name === "META-INF/manifest.xml");
  if (manifest?.bytes.includes("encryption-data")) return PROTECTED;
  const xml = content.bytes.toString("utf8");
  if (content.bytes.length > MAX_XML_BYTES || !isParsable(xml))
    return skip("too-large", "The document is too long. Send the article alone.");
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml)) return broken;
  try {
    const hidden = new Set(
      [
        ...xml.matchAll(
          /<style:style\s([^<>]{0,700})>\s{0,20}<style:text-properties([^<>]{0,1000})/gu,
        ),
      ]
        .filter(([, , properties]) => properties!.includes('text:display="none"'))
        .flatMap(([, style]) => /style:name="([^"]{1,100})"/u.exec(style!)?.[1] ?? []),
    );
    return { ok: true, ...written(xml, hidden) };
  } catch {
    return broken;
  }
}

interface XmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<XmlNode>;
  getAttribute?(name: string): string | null;
}

function written(xml: string, hidden: ReadonlySet<string>): { html: string; notes: string } {
  const { DOMParser } = htmlLibraries();
  const document = new DOMParser().parseFromString(xml, "text/xml") as unknown as {
    getElementsByTagName(name: string): Iterable<XmlNode>;
  };
  const [body] = document.getElementsByTagName("office:body");
  const html: string[] = [];
  const notes: string[] = [];
  let out = html;
  const stack: (XmlNode | (() => void))[] = body === undefined ? [] : [body];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (typeof node === "function") {
      node();
      continue;
    }
    if (node.nodeType === 3) {
      out.push(escaped(node.textContent ?? ""));
      continue;
    }
    const { nodeName: name } = node;
    const attribute = (key: string) => node.getAttribute?.(key) ?? null;
    if (node.nodeType !== 1 || LEFT_OUT.test(name)) continue;
    if (hidden.has(attribute("text:style-name") ?? "")) continue;
    if (name === "text:line-break") out.push("<br>");
    else if (name === "text:s" || name === "text:tab") out.push(" ");
    const children = [...node.childNodes].reverse();
    if (name === "text:note") {
      const outer = out;
      out = notes;
      stack.push(
        () => {
          out = outer;
        },
        ...children,
      );
      continue;
    }
    const tag =
      name === "text:h"
        ? `h${Math.min(6, Math.max(2, Number(attribute("text:outline-level")) || 2))}`
        : TAGS[name];
    if (tag === undefined) {
      stack.push(...children);
      continue;
    }
    const span = (key: string, as: string) =>
      attribute(key) === null ? "" : ` ${as}="${Number(attribute(key)) || 1}"`;
    const attributes =
      tag === "td"
        ? span("table:number-columns-spanned", "colspan") +
          span("table:number-rows-spanned", "rowspan")
        : "";
    // A run of equal cells is written once; the empty ones at the end of a sheet by thousands.
    const repeats =
      tag === "td" && (node.textContent ?? "") !== ""
        ? Number(attribute("table:number-columns-repeated")) || 1
        : 1;
    const start = out.length;
    out.push(`<${tag}${attributes}>`);
    stack.push(
      () => {
        out.push(`</${tag}>`);
        const whole = repeats > 1 ? out.slice(start) : [];
        for (let i = 1; i < Math.min(repeats, MAX_REPEATS); i += 1) out.push(...whole);
      },
      ...children,
    );
  }
  return { html: html.join(""), notes: notes.join("") };
}

const escaped = (text: string) =>
  text.replace(/[&<>]/gu, (ch) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[ch]!);
