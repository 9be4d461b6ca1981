import { constants, inflateSync } from "node:zlib";

/** What one stream that is no picture may unpack to: the drawing of a page has some 100 KB, a font of Han 20 MB. */
const MAX_STREAM_BYTES = 64 * 1024 * 1024;
/** All of them together. */
const MAX_BYTES = 200 * 1024 * 1024;
/** As much before a stream as holds its dictionary. */
const DICTIONARY_BYTES = 1_024;
/** Layers of packing; one or two are usual. */
const MAX_FILTERS = 8;

/** Unpacks one layer, or null where the data is none of it. @throws {RangeError} Where more than `limit` bytes come out. */
type Unpack = (data: Buffer, limit: number) => Buffer | null;

const flate: Unpack = (data, limit) => {
  try {
    // Readers take what is there of a stream that is cut off.
    const options = { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH };
    return inflateSync(data, options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw new RangeError();
    return null;
  }
};

/** PDF 32000-1, 7.4.5: a length below 128 and so many bytes more one, or above 128 and one byte 257 less it times. */
const runLength: Unpack = (data, limit) => {
  const parts: Buffer[] = [];
  let size = 0;
  for (let at = 0; at < data.length; ) {
    const length = data[at]!;
    if (length === 128) break;
    const count = length < 128 ? length + 1 : 257 - length;
    size += count;
    if (size > limit) throw new RangeError();
    parts.push(
      length < 128 ? data.subarray(at + 1, at + 1 + count) : Buffer.alloc(count, data[at + 1] ?? 0),
    );
    at += length < 128 ? count + 1 : 2;
  }
  return Buffer.concat(parts);
};

const FILTERS: Readonly<Record<string, Unpack>> = {
  FlateDecode: flate,
  Fl: flate,
  RunLengthDecode: runLength,
  RL: runLength,
};

/**
 * Whether the streams of a PDF unpack to more than any report needs: some kilobytes may hold gigabytes, packed several
 * times over. Pictures are passed over, because reading text does not unpack them; what hides behind that, or behind
 * rarer kinds of packing, meets the limit of the process's memory.
 */
export function unpacksTooFar(pdf: Buffer): boolean {
  let left = MAX_BYTES;
  try {
    for (let at = pdf.indexOf("stream"); at >= 0; at = pdf.indexOf("stream", at + 6)) {
      if (pdf.toString("latin1", at - 3, at) === "end") continue;
      const end = pdf.indexOf("endstream", at);
      const dictionary = dictionaryBefore(pdf, at);
      if (/\/Subtype\s{0,9}\/Image\b/u.test(dictionary)) continue;
      const from = at + (pdf[at + 6] === 0x0d ? 8 : 7);
      let data: Buffer | null = pdf.subarray(from, end < 0 ? pdf.length : end);
      for (const name of filtersOf(dictionary)) {
        const unpack = FILTERS[name];
        data = unpack ? unpack(data, Math.min(left, MAX_STREAM_BYTES)) : null;
        if (data === null) break;
        left -= data.length;
        if (left <= 0) return true;
      }
    }
    return false;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}

function dictionaryBefore(pdf: Buffer, at: number): string {
  const text = pdf.toString("latin1", Math.max(0, at - DICTIONARY_BYTES), at);
  return text.slice(Math.max(0, text.lastIndexOf(" obj")));
}

/** Names of the filters, in the order in which they unpack. */
function filtersOf(dictionary: string): string[] {
  const told = /\/(?:Filter|F)\b\s{0,9}(?:\[([^\]]{0,400})\]|\/(\w{1,40}))/u.exec(dictionary);
  const names = told?.[1]?.match(/\w{1,40}/gu) ?? (told?.[2] === undefined ? [] : [told[2]]);
  return names.slice(0, MAX_FILTERS);
}
