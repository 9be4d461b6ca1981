import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** Imports run down only; rooms of one floor stand beside each other. DESIGN.md shows the same picture. */
const FLOORS = [
  ["main.ts"],
  ["apps/telegram", "apps/cli"],
  ["apps/health", "apps/reader", "apps/shared"],
  ["engine.ts"],
  ["indexing", "writer"],
  ["answers"],
  ["answers/visits", "answers/written"],
  ["answers/visits/record"],
  ["answers/visits/lists", "answers/visits/minutes"],
  ["answers/visits/shown"],
  ["answers/visits/asked"],
  ["answers/passages"],
  ["answers/search"],
  ["answers/question"],
  ["exports"],
  ["locale"],
  ["index"],
  ["visits/register", "visits/merge", "visits/read"],
  ["visits/read/foreign"],
  ["visits/read/points"],
  ["visits/read/journeys"],
  ["visits/read/meetings"],
  ["visits/read/events"],
  ["visits/read/names"],
  ["articles/corpus", "articles/feeds", "articles/fetch", "articles/parse"],
  ["articles/parse/formats"],
  ["articles/parse/page"],
  ["embedding"],
  ["language/names", "language/translate", "language/places", "language/text"],
  ["storage"],
  ["log"],
  ["config"],
  ["process"],
  ["model"],
];
const ROOMS = FLOORS.flat();
const IMPORT = /(?:\bfrom\s+|\bimport\(\s*|^import\s+)"(\.[^"]+)"/gmu;

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".ts"),
);
const importsOf = (path: string) =>
  [...readFileSync(join("src", path), "utf8").matchAll(IMPORT)].map(([, to]) =>
    join(dirname(path), to!),
  );
const graph = new Map(files.map((path) => [path, importsOf(path)]));
const between = files.flatMap((from) => graph.get(from)!.map((to) => ({ from, to })));

/** The innermost room that a file stands in. */
function roomOf(path: string): string {
  const rooms = ROOMS.filter((room) => path === room || path.startsWith(`${room}/`));
  return rooms.sort((a, b) => b.length - a.length)[0] ?? `none: ${path}`;
}
const floorOf = (path: string) => FLOORS.findIndex((rooms) => rooms.includes(roomOf(path)));

test("every file stands in a room, and every import leads to a file", () => {
  expect(files.filter((path) => floorOf(path) < 0)).toEqual([]);
  expect(between.filter(({ to }) => !graph.has(to))).toEqual([]);
});

test("imports run down only", () => {
  expect(between.filter(({ from, to }) => floorOf(from) > floorOf(to))).toEqual([]);
});

test("a room is entered by its index.ts alone", () => {
  const crossing = between.filter(({ from, to }) => roomOf(from) !== roomOf(to));
  const inside = crossing.filter(({ to }) => to !== "engine.ts" && !to.endsWith("/index.ts"));
  expect(inside).toEqual([]);
});

test("no circle of imports, those of types included", () => {
  const state = new Map<string, "open" | "done">();
  const circles: string[] = [];
  const visit = (path: string, way: readonly string[]) => {
    if (state.get(path) === "open")
      circles.push([...way.slice(way.indexOf(path)), path].join(" → "));
    if (state.has(path)) return;
    state.set(path, "open");
    for (const to of graph.get(path) ?? []) visit(to, [...way, path]);
    state.set(path, "done");
  };
  for (const path of files) visit(path, []);
  expect(circles).toEqual([]);
});

test("no file is longer than 320 lines", () => {
  const lengths = files.map((path) => ({
    path,
    lines: readFileSync(join("src", path), "utf8").split("\n").length - 1,
  }));
  expect(lengths.filter(({ lines }) => lines > 320)).toEqual([]);
});
