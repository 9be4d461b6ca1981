import { matchesIn } from "../../../language/text/index.ts";
import { indexOf, isPlace, type NamedPlace, PLACE, type Skeleton } from "../names/index.ts";

const VENUE = new RegExp(
  `(?<!\\p{L})(?:tại|ở) (?:thủ đô |thành phố |khu vực |trụ sở )?(${PLACE})`,
  "gu",
);
/** A journey that the sentence names as the frame of a meeting. */
const TRIP = new RegExp(
  `(?:chuyến|dịp|khuôn khổ|khi|sang|đến|tiếp tục)[^.;\\uE000-\\uE3FF]{0,40}?(?:thăm|công du|làm việc|công tác)[^.;\\uE000-\\uE7FF]{0,40}?(${PLACE})`,
  "u",
);
/** Venue words this far behind the clause still say where it took place. */
const REACH = 130;

/** A place with whether the sentence begins with it. */
interface Venue {
  readonly place: NamedPlace;
  readonly ahead: boolean;
}

/** Where the clause `[from, to)` says that it took place: "tại A" before or right behind it. */
export function venueOf(skeleton: Skeleton, from: number, to: number): Venue | null {
  let behind: NamedPlace | null = null;
  for (const match of matchesIn(skeleton.text, VENUE)) {
    const at = match.index;
    const place = skeleton.places[indexOf(match[1]!)]!;
    if (
      at < to &&
      /(?:^|[,(] |[\uE800-\uEBFF],? ?|(?:sáng|chiều|tối|trưa) )$/u.test(
        skeleton.text.slice(0, at),
      ) &&
      at < from + 3
    )
      return { place, ahead: true };
    if (
      at >= from &&
      at <= to + REACH &&
      !/[\uE000-\uE3FF]/u.test(skeleton.text.slice(to, Math.max(to, at)))
    )
      behind ??= place;
  }
  return behind === null ? null : { place: behind, ahead: false };
}

/** Where the journey goes that a meeting is part of: "trong khuôn khổ chuyến thăm A". */
export function tripOf(skeleton: Skeleton): NamedPlace | null {
  const match = TRIP.exec(skeleton.text);
  return match !== null && isPlace(match[1]!) ? skeleton.places[indexOf(match[1]!)]! : null;
}
