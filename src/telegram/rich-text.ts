/** A stretch of text in one style; the model that messages are composed in before they become HTML. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Address to open; only http and https are linked. */
  readonly link?: string | null;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Escapes text for Telegram's HTML mode, in content as in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ESCAPES[char]!);
}

const isWebAddress = (address: string) =>
  /^https?:\/\/[^\s/]/iu.test(address) && URL.canParse(address);

function runHtml(run: Run): string {
  let html = escapeHtml(run.text);
  if (run.italic) html = `<i>${html}</i>`;
  if (run.bold) html = `<b>${html}</b>`;
  if (run.link && isWebAddress(run.link)) html = `<a href="${escapeHtml(run.link)}">${html}</a>`;
  return html;
}

/** Telegram HTML (`parse_mode: "HTML"`) of runs, everything escaped. */
export function runsToHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join("");
}

/** The text that a reader sees. */
export function runsToText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}

/** Cuts runs at a UTF-16 offset of their text. */
export function splitRuns(runs: readonly Run[], offset: number): [Run[], Run[]] {
  const head: Run[] = [];
  const tail: Run[] = [];
  let start = 0;
  for (const run of runs) {
    const cut = Math.min(Math.max(offset - start, 0), run.text.length);
    if (cut > 0) head.push({ ...run, text: run.text.slice(0, cut) });
    if (cut < run.text.length) tail.push({ ...run, text: run.text.slice(cut) });
    start += run.text.length;
  }
  return [head, tail];
}
