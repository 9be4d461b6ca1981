/**
 * A reading that is done once for each object and remembered as long as the object is.
 *
 * @param read Gives the same for the same object, which must not change.
 */
export function readOnce<K extends object, V extends NonNullable<unknown>>(
  read: (from: K) => V,
): (from: K) => V {
  const known = new WeakMap<K, V>();
  return (from) => {
    let value = known.get(from);
    if (value === undefined) {
      value = read(from);
      known.set(from, value);
    }
    return value;
  };
}
