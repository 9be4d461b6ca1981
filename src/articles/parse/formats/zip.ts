import { inflateRawSync } from "node:zlib";
import type { Skip } from "../../../model/index.ts";
import { PROTECTED, skip } from "../page/index.ts";

/** One file of a ZIP archive, unpacked. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A document of an article holds some tens of parts; with many pictures some hundreds. */
const MAX_ENTRIES = 2_000;
/** Of all entries together, unpacked. */
const MAX_BYTES = 60 * 1024 * 1024;

/** Why an archive is not read. */
type ZipFault = "too-large" | "encrypted" | "broken";

/** Of documents with text and pictures. */
export const UNPACKS_TOO_FAR =
  "The document unpacks to over 60 MB. Send the text without pictures.";

/** The files of a document that is an archive, or why they are not read. @param broken What is said of a damaged one. */
export function openArchive(bytes: Uint8Array, tooLarge: string, broken: Skip): ZipEntry[] | Skip {
  const entries = unzip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (entries === "broken") return broken;
  if (entries === "encrypted") return PROTECTED;
  return entries === "too-large" ? skip("too-large", tooLarge) : entries;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks an archive by its directory (PKWARE APPNOTE 6.3, 4.3.12 and 4.3.16), counting what really comes out:
 * the sizes that it declares may lie, and its entries may overlap.
 */
function unzip(zip: Buffer): ZipEntry[] | ZipFault {
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END) return "broken";
  const count = zip.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) return "too-large";
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  let left = MAX_BYTES;
  try {
    for (let i = 0; i < count; i += 1) {
      if (zip.readUInt32LE(at) !== CENTRAL) return "broken";
      if ((zip.readUInt16LE(at + 8) & 1) === 1) return "encrypted";
      const nameLength = zip.readUInt16LE(at + 28);
      const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
      const bytes = entryBytes(zip, at, left);
      if (typeof bytes === "string") return bytes;
      left -= bytes.length;
      entries.push({ name, bytes });
      at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
  } catch {
    // A place outside of the file, or data that does not unpack.
    return "broken";
  }
  return entries;
}

function entryBytes(zip: Buffer, central: number, left: number): Buffer | ZipFault {
  const method = zip.readUInt16LE(central + 10);
  const packed = zip.readUInt32LE(central + 20);
  const local = zip.readUInt32LE(central + 42);
  if (zip.readUInt32LE(local) !== LOCAL) return "broken";
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const data = zip.subarray(start, start + packed);
  if (data.length !== packed) return "broken";
  if (method === STORED) return data.length > left ? "too-large" : data;
  if (method !== DEFLATED) return "broken";
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE"
      ? "too-large"
      : "broken";
  }
}

/** Writes an archive whose entries are not packed, for a reader in this process that looks at no checksums. */
export function zipStored(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const head = Buffer.alloc(6);
    head.writeUInt32LE(CENTRAL, 0);
    head.writeUInt16LE(20, 4);
    directory.push(head, common, tail, nameBytes);
    const mark = Buffer.alloc(4);
    mark.writeUInt32LE(LOCAL, 0);
    locals.push(mark, common, nameBytes, bytes);
    offset += 30 + nameBytes.length + bytes.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}
