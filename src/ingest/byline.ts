import { fold } from "../text/fold.ts";
import { endsWithStop, isPortalName } from "./lines.ts";

const CUE =
  /^(?:(?:tin|bài|ảnh|clip|tin ảnh|bài viết)(?:\s*(?:[,&/-]|và)\s*(?:tin|bài|ảnh|clip))*|tác giả|người viết|phóng viên|biên tập|thực hiện|pv|ctv|nguồn tin)\s*:\s*(.{2,60})$/iu;
const NAME = /^\p{Lu}[\p{L}\p{M}.]*(?:\s+\p{Lu}[\p{L}\p{M}.]*){1,4}$/u;
const STAFF =
  /^\(?(?:pv|ctv|p\.v|bbt|tttt|nhóm pv|nhóm phóng viên|ban biên tập|phóng viên)\)?(?: \(?tổng hợp\)?)?$/iu;

/**
 * Reads a line that names the writer: `Vũ Giang`, `Bài, ảnh: Đông Bắc`, `Thu Hà - Minh Đức`.
 *
 * @param report The rest of the article: a bare name that occurs in it is a person or place of the report.
 * @returns The writer, or null where the line is something else.
 */
export function writerOf(line: string, report: string): string | null {
  if (line.length > 80 || /\d/u.test(line)) return null;
  const cued = CUE.exec(line);
  if (cued !== null) return /^ảnh/iu.test(line) ? null : cued[1]!.replace(/\.$/u, "").trim();
  const bare = line.replace(/^\((.*)\)$/u, "$1");
  if (STAFF.test(bare)) return bare;
  if (endsWithStop(bare) || isPortalName(bare)) return null;
  const names = bare.split(/[-–—,&/]|\svà\s/u).map((name) => name.trim());
  if (names.length > 4 || !names.every((name) => NAME.test(name))) return null;
  const known = fold(report);
  return names.some((name) => known.includes(fold(name))) ? null : bare;
}
