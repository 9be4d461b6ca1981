import { createHash } from "node:crypto";
import { closeSync, fsyncSync, openSync, readSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Waits until a file, or the entries of a folder, are on the disk. */
export function syncToDisk(path: string): void {
  const fd = openSync(path, "r");
  try {
    fsyncSync(fd);
  } catch (error) {
    // Windows cannot sync a folder.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") throw error;
  } finally {
    closeSync(fd);
  }
}

/** Replaces a file in one step: after a crash it holds the old text or the new one, never a part. */
export function writeFileAtomic(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text, { flush: true });
  renameSync(temporary, path);
  syncToDisk(dirname(path));
}

/** Size in bytes and SHA-256 (hex) of a file, read in pieces. */
export function checksumFile(path: string): { bytes: number; sha256: string } {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(1 << 20);
  const fd = openSync(path, "r");
  let bytes = 0;
  try {
    for (;;) {
      const read = readSync(fd, buffer);
      if (read === 0) break;
      bytes += read;
      hash.update(buffer.subarray(0, read));
    }
  } finally {
    closeSync(fd);
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** SHA-256 (hex) of bytes. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Why nothing could be written: stable keys. */
export type DiskProblem =
  /** Another process holds what is to be written. */
  | "busy"
  | "full"
  | "not-writable"
  /** A database is damaged. */
  | "damaged";

const CODES: readonly (readonly [RegExp, DiskProblem])[] = [
  [/^(?:ENOSPC|EDQUOT|EFBIG|SQLITE_FULL.*)$/u, "full"],
  [
    /^(?:EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EISDIR|ENOENT|SQLITE_(?:READONLY|CANTOPEN).*)$/u,
    "not-writable",
  ],
  [/^SQLITE_BUSY/u, "busy"],
  [/^SQLITE_(?:NOTADB|CORRUPT)/u, "damaged"],
];

/** What the file system or SQLite says by an error, with its code; null where it is about something else. */
export function diskProblem(
  error: unknown,
): { readonly problem: DiskProblem; readonly code: string } | null {
  if (!(error instanceof Error)) return null;
  const { code: given, message } = error as NodeJS.ErrnoException;
  // The driver gives no code to a file that it cannot open.
  const code = given || (message.startsWith("ConnectionFailed(") ? "SQLITE_CANTOPEN" : "");
  const problem = CODES.find(([pattern]) => pattern.test(code))?.[1];
  return problem === undefined ? null : { problem, code };
}

/** What a user reads of a full disk. */
export const diskFull = (code: string) => `The disk is full (${code}). Make room, then try again.`;

/** The index cannot be built or used; the message says what happened and what to do next. */
export class IndexError extends Error {
  override readonly name = "IndexError";
}
