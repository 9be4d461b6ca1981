import { spawn } from "node:child_process";
import { once } from "node:events";
import { PASSAGE_MARK } from "../../shared/index.ts";
import { printStyled } from "../io.ts";

/** What the shell says of a program that it does not find or may not run. */
const NOT_RUN = 126;

/**
 * Shows a long text in the reader's pager (`PAGER`), `less` at the marked passage; prints it where there is none.
 *
 * @param pager A command line, as the shell takes it; undefined or empty: none.
 */
export async function page(text: string, pager: string | undefined): Promise<void> {
  if (!pager?.trim()) return await printStyled(text);
  const { stdin } = process;
  // The pager reads the keys itself.
  const wasRaw = stdin.isTTY && stdin.isRaw;
  if (wasRaw) stdin.setRawMode(false);
  // -R shows bold type, -F leaves what fits on the screen, +/ goes to the passage.
  const env = { ...process.env, LESS: `${process.env.LESS ?? ""} -FRX +/${PASSAGE_MARK.trim()}` };
  const child = spawn(pager, { shell: true, stdio: ["pipe", "inherit", "inherit"], env });
  // Who leaves the pager early has read enough.
  child.stdin.on("error", () => {});
  child.stdin.end(`${text}\n`);
  const [code] = await once(child, "close");
  if (wasRaw) stdin.setRawMode(true);
  if (code >= NOT_RUN) await printStyled(text);
}
