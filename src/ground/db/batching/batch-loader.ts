import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * One query for all who ask in the same turn of the event loop, so that a fan-out to twenty costs one statement. Each
 * caller asks for one key, and does not know about the others.
 */
export function batchLoader<K, V>(
  look: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): (key: K) => Promise<V | undefined> {
  let gathering: { readonly keys: Set<K>; readonly found: Promise<ReadonlyMap<K, V>> } | undefined;
  const begin = () => {
    const keys = new Set<K>();
    const found = nextTurn().then(() => {
      gathering = undefined;
      return look([...keys]);
    });
    return { keys, found };
  };
  return async (key) => {
    gathering ??= begin();
    gathering.keys.add(key);
    return (await gathering.found).get(key);
  };
}
