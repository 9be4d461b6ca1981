import fc from "fast-check";
import { expect, it } from "vitest";
import { toMarkdown } from "../../../src/articles/parse/to-markdown.ts";
import { ACTOR, article, articlesOf, corpusFixture } from "./corpus-fixture.ts";

type Step =
  | { readonly kind: "add"; readonly name: number }
  | { readonly kind: "update" | "remove" | "edit"; readonly at: number; readonly name: number }
  | { readonly kind: "undo" }
  | { readonly kind: "restart" };

const number = fc.nat({ max: 5 });
const step = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), name: number }),
  fc.record({
    kind: fc.constantFrom("update" as const, "remove" as const, "edit" as const),
    at: number,
    name: number,
  }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("undo" as const) }) },
  fc.record({ kind: fc.constant("restart" as const) }),
);

it("whatever is changed and taken back, the folder is what a model says", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps: readonly Step[]) => {
      const fixture = corpusFixture();
      let { store } = fixture;
      /** The folder, and what each change that can be taken back has changed. */
      const model = new Map<string, string>();
      const done: [path: string, before: string | undefined, after: string | undefined][] = [];
      const put = (path: string, content: string | undefined) => {
        if (content === undefined) model.delete(path);
        else model.set(path, content);
      };
      const change = (path: string, after: string | undefined) => {
        if (model.get(path) === after) return;
        done.push([path, model.get(path), after]);
        put(path, after);
      };
      for (const one of steps) {
        const paths = [...model.keys()].sort();
        if (one.kind === "restart") {
          store = fixture.reopen().store;
          continue;
        }
        if (one.kind === "undo") {
          const [path, before, after] = done.at(-1) ?? [];
          const outcome = store.undo(ACTOR);
          if (path === undefined) expect(outcome).toMatchObject({ problem: "nothing" });
          else if (model.get(path) !== after) expect(outcome).toMatchObject({ problem: "changed" });
          else {
            expect(outcome).toMatchObject({ ok: true, path });
            done.pop();
            put(path, before);
          }
        } else if (one.kind === "add") {
          const wanted = article(`Tin ${one.name}`);
          change(store.save(wanted, null, ACTOR), toMarkdown(wanted));
        } else {
          const path = paths[one.at % Math.max(1, paths.length)];
          if (path === undefined) continue;
          if (one.kind === "remove") {
            expect(store.remove(path, "?", ACTOR)).toBe(true);
            change(path, undefined);
          } else if (one.kind === "edit") {
            fixture.write(path, `sửa tay ${one.name}`);
            model.set(path, `sửa tay ${one.name}`);
          } else {
            const wanted = article(`Bản ${one.name}`);
            expect(store.save(wanted, null, ACTOR, path)).toBe(path);
            change(path, toMarkdown(wanted));
          }
        }
        expect(articlesOf(fixture.corpusDir)).toEqual(Object.fromEntries(model));
      }
      fixture.log.close();
    }),
    { numRuns: 25 },
  );
});
