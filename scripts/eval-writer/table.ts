/** What the check made of one sentence. */
export interface Outcome {
  readonly kind: string;
  readonly language: string;
  readonly isTrue: boolean;
  readonly kept: boolean;
  /** Of an article that nobody looks into. */
  readonly unseen: boolean;
  readonly text: string;
  readonly reasons: string;
  readonly from: string;
  readonly ms: number;
}

function cell(of: readonly Outcome[]): string {
  if (of.length === 0) return "–".padStart(9).padEnd(16);
  const right = of.filter(({ isTrue, kept }) => isTrue === kept).length;
  const share = ((100 * right) / of.length).toFixed(1);
  return `${share} %`.padStart(9) + `(${of.length})`.padStart(7);
}

function rows(title: string, of: readonly Outcome[]): string[] {
  const row = (name: string, some: readonly Outcome[]) =>
    `${name.padEnd(20)}${cell(some.filter(({ unseen }) => !unseen))}${cell(some.filter(({ unseen }) => unseen))}`;
  const by = (part: "kind" | "language") =>
    [...new Set(of.map((one) => one[part]))].map((name) =>
      row(
        `  ${name}`,
        of.filter((one) => one[part] === name),
      ),
    );
  return [row(title, of), ...by("kind"), ...by("language")];
}

/** True sentences kept and false ones dropped, by kind and by language, for articles looked into and not. */
export function renderTable(outcomes: readonly Outcome[]): string {
  const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * times.length)] ?? 0).toFixed(1);
  return [
    `${"".padEnd(20)}${"looked into".padStart(16)}${"only counted".padStart(16)}`,
    ...rows(
      "true, kept",
      outcomes.filter(({ isTrue }) => isTrue),
    ),
    ...rows(
      "false, dropped",
      outcomes.filter(({ isTrue }) => !isTrue),
    ),
    `ms an answer: median ${at(0.5)}, 95th percentile ${at(0.95)}, most ${at(0.9999)}`,
  ].join("\n");
}
