import { LRUCache } from "lru-cache";
import { readOnce } from "../../../language/text/index.ts";
import type { Register } from "../../../model/index.ts";
import { type Demands, isAt, isOn } from "../asked/index.ts";
import { type ToldVisit, toldVisits } from "../lists/index.ts";

type Name = Demands["names"][number];

/** Places whose visits are kept, a byte a visit each. */
const KEPT_PLACES = 64;

/** Tells of a visit, by its place in `toldVisits`, whether a name stands on a side of it. */
export type SideTest = (at: number) => boolean;

/** Which visits of a register have a name on a side: questions name the same places again and again. */
class SidesMet {
  readonly #visits: readonly ToldVisit[];
  readonly #places = new LRUCache<string, Uint8Array>({ max: KEPT_PLACES });

  constructor(visits: readonly ToldVisit[]) {
    this.#visits = visits;
  }

  guest(name: Name): SideTest {
    return this.#test("guest", name, ({ guest }) => isOn(guest, name));
  }

  /** Hosts, and where it took place. */
  host(name: Name): SideTest {
    const isPlace = name.kind === "place";
    return this.#test(
      "host",
      name,
      (visit) => isOn(visit.host, name) || (isPlace && isAt(visit, name)),
    );
  }

  #test(side: string, name: Name, has: (visit: ToldVisit) => boolean): SideTest {
    // A person is looked for only where the places already fit.
    if (name.kind !== "place") return (at) => has(this.#visits[at]!);
    const key = `${side} ${name.name}`;
    let met = this.#places.get(key);
    if (met === undefined) {
      met = Uint8Array.from(this.#visits, (visit) => (has(visit) ? 1 : 0));
      this.#places.set(key, met);
    }
    const known = met;
    return (at) => known[at] === 1;
  }
}

/** Of a generation's register, whose visits never change. */
export const sidesMet = readOnce((register: Register) => new SidesMet(toldVisits(register)));
