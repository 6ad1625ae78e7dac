import { BoundedMap } from "../../../ground/caches/index.ts";
import type { Database } from "../../../ground/db/index.ts";
import type { Shopfront } from "../shopfront.ts";

/** What was read for one shelf, by query. It contains no secrets. */
type Shelf = BoundedMap<string, Promise<unknown>>;

interface CachedShelf {
  readonly version: string;
  readonly shelf: Shelf;
}

/** Two per storefront; beyond this limit, the shelves that were read first are read again. */
const MOST_SHELVES = 2_000;
/** There is an entry for each combination of a buyer's houses and countries, and a caller may try many. */
const MOST_ASKED = 200;

const CACHES = new WeakMap<Database, BoundedMap<string, CachedShelf>>();

/** Reads a part of a shelf, or returns what was read before. */
export type ReadOnce = <T>(what: string, read: () => Promise<T>) => Promise<T>;

/**
 * Two memories of a storefront: one is valid until its settings change, the other until something new is learnt from
 * its runs.
 */
interface Remembered {
  readonly settled: ReadOnce;
  readonly learnt: ReadOnce;
}

/**
 * What was read of a storefront, as long as it is unchanged. Every call looks up its version anyway, so no invalidation
 * is needed: after a change, every process sees another version. The first word of the version stands for the settings;
 * a second word, which every purchase changes, for what is learnt. If there is only one word, it stands for both.
 */
export function rememberedOf(
  database: Database,
  { storefrontId, version }: Pick<Shopfront, "storefrontId" | "version">,
): Remembered {
  const [settled = version] = version.split(" ");
  return {
    settled: rememberedBy(shelfOf(database, `${storefrontId} settled`, settled)),
    learnt: rememberedBy(shelfOf(database, `${storefrontId} learnt`, version)),
  };
}

function rememberedBy(shelf: Shelf): ReadOnce {
  return <T>(what: string, read: () => Promise<T>) => {
    const known = shelf.get(what);
    if (known) return known as Promise<T>;
    const reading = read();
    shelf.set(what, reading);
    // A failed read is forgotten, so that the next caller tries again.
    reading.catch(() => shelf.delete(what));
    return reading;
  };
}

function shelfOf(database: Database, name: string, version: string): Shelf {
  const kept = CACHES.get(database) ?? new BoundedMap<string, CachedShelf>(MOST_SHELVES);
  CACHES.set(database, kept);
  const known = kept.get(name);
  if (known?.version === version) return known.shelf;
  const shelf: Shelf = new BoundedMap(MOST_ASKED);
  kept.set(name, { version, shelf });
  return shelf;
}
