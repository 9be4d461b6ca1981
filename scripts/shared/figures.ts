/** A share in percent, with one place behind the point; a dash where there is nothing to take a share of. */
export const percent = (share: number): string =>
  Number.isNaN(share) ? "–" : `${(100 * share).toFixed(1)} %`;

/** How many of a list are true, 0 to 1. */
export const share = (list: readonly boolean[]): number =>
  list.length === 0 ? Number.NaN : list.filter(Boolean).length / list.length;

export const mean = (list: readonly number[]): number =>
  list.reduce((sum, one) => sum + one, 0) / list.length;

/** The value below which a part of a sorted list lies: 0.5 is its median. */
export const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

/** Median and worst time of a task that is done several times, in milliseconds. */
export async function timesOf(
  task: () => unknown,
  runs = 9,
): Promise<{ readonly medianMs: number; readonly worstMs: number }> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await task();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { medianMs: quantile(times, 0.5), worstMs: times.at(-1)! };
}

/** Lines of a table; the first row names the columns, the first column is set to the left. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map((row) => row[c]!.length)));
  const line = (row: readonly string[]) =>
    row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!)));
  return rows.map((row) => line(row).join("  ")).join("\n");
}
