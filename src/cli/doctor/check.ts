/** Result of one check; `next` is what to do where it is not ok. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  readonly next?: string;
}

/** Runs a check; a throw is its failure. */
export async function check(
  name: string,
  next: string,
  run: () => string | Promise<string>,
): Promise<Check> {
  try {
    return { name, ok: true, found: await run() };
  } catch (error) {
    return { name, ok: false, found: (error as Error).message, next };
  }
}

/** One line: what, ok or not, next step. */
export function checkLine({ name, ok, found, next }: Check): string {
  const line = `${ok ? "ok    " : "not ok"}  ${name.padEnd(8)}  ${found.replaceAll("\n", " ")}`;
  return ok || next === undefined ? line : `${line} -> ${next}`;
}
