import type { PostgresSession } from "../../storage/postgres/index.ts";
import { vectorTables } from "./vectors.ts";

/** `gone` of rows that are of every generation to come. */
export const FOREVER = 2_147_483_647;

/** Complete generations that are kept. */
const KEPT = 3;

/** Tables whose rows are of generations; what stands beside a chunk goes with it. */
export async function generationTables(session: PostgresSession): Promise<string[]> {
  const vectors = await vectorTables(session);
  return [...vectors, "files", "articles", "chunks", "visit_rows"];
}

/** Takes back what a publication that did not end has written. Only with the lock held. @returns The newest complete generation; 0: none. */
export async function cleanUp(session: PostgresSession): Promise<number> {
  const [row] = await session.query(
    "SELECT coalesce(max(generation) FILTER (WHERE complete), 0), bool_or(NOT complete) FROM generations",
  );
  const [newest, isUnfinished] = row as [number, number | null];
  if (isUnfinished !== 1) return newest;
  for (const table of await generationTables(session)) {
    await session.query(`DELETE FROM ${table} WHERE born > $1`, [newest]);
    await session.query(
      `UPDATE ${table} SET gone = ${FOREVER} WHERE gone > $1 AND gone < ${FOREVER}`,
      [newest],
    );
  }
  // Last: until then the next one goes on cleaning.
  await session.query("DELETE FROM generations WHERE NOT complete");
  return newest;
}

/** The generations that stay: the one in use, those it was gone on from, then the newest. */
function keptOf(
  generations: readonly { readonly generation: number; readonly previous: number | null }[],
  current: number,
): number[] {
  const newestFirst = [...generations].sort((a, b) => b.generation - a.generation);
  const known = new Map(newestFirst.map((one) => [one.generation, one.previous]));
  const kept = new Set<number>();
  let name: number | null = current;
  while (name !== null && known.has(name) && kept.size < KEPT && !kept.has(name)) {
    kept.add(name);
    name = previousOf(newestFirst, name);
  }
  for (const { generation } of newestFirst) if (kept.size < KEPT) kept.add(generation);
  return [...kept];
}

/** Where a roll-back from a generation leads; null: nowhere. @param newestFirst All that are complete. */
export function previousOf(
  newestFirst: readonly { readonly generation: number; readonly previous: number | null }[],
  from: number,
): number | null {
  const { previous = null } = newestFirst.find(({ generation }) => generation === from) ?? {};
  if (previous !== null && newestFirst.some(({ generation }) => generation === previous))
    return previous;
  return newestFirst.find(({ generation }) => generation < from)?.generation ?? null;
}

/** Removes all generations but three, and the rows that are of none of them. */
export async function pruneRows(session: PostgresSession): Promise<void> {
  const generations = (
    await session.query("SELECT generation, previous FROM generations WHERE complete")
  ).map(([generation, previous]) => ({
    generation: generation as number,
    previous: previous as number | null,
  }));
  const [current] = (await session.query("SELECT current FROM state"))[0] as [number];
  const kept = keptOf(generations, current);
  await session.query(
    "DELETE FROM generations WHERE complete AND generation <> ALL($1::integer[])",
    [kept],
  );
  for (const table of await generationTables(session)) {
    await session.query(
      `DELETE FROM ${table} WHERE gone < ${FOREVER} AND NOT EXISTS (
         SELECT FROM unnest($1::integer[]) AS q (kept) WHERE born <= kept AND gone > kept
       )`,
      [kept],
    );
  }
}
