import { BoundedMap } from "../../../ground/caches/index.ts";
import type { Database } from "../../../ground/db/index.ts";
import type { Shopfront } from "../shopfront.ts";

/** What was read of one shelf, by query. It contains no secrets. */
type Shelf = BoundedMap<string, Promise<unknown>>;

interface Kept {
  readonly version: string;
  readonly shelf: Shelf;
}

/** Beyond these, those that were compiled first are read again. */
const MOST_STOREFRONTS = 1_000;
/** Buyers are distinguished by their houses and countries, and a caller may try many. */
const MOST_ASKED = 200;

const KEPT = new WeakMap<Database, BoundedMap<number, Kept>>();

/** Reads one thing of a shelf, or answers what was read before. */
export type Remember = <T>(what: string, read: () => Promise<T>) => Promise<T>;

/**
 * What was read of a storefront, as long as it is unchanged. Its version comes with the look-up that every call makes,
 * so no invalidation is needed: after a change, every process sees another version.
 */
export function rememberedOf(
  database: Database,
  { storefrontId, version }: Pick<Shopfront, "storefrontId" | "version">,
): Remember {
  const shelf = shelfOf(database, storefrontId, version);
  return <T>(what: string, read: () => Promise<T>) => {
    const known = shelf.get(what);
    if (known) return known as Promise<T>;
    const reading = read();
    shelf.set(what, reading);
    // What could not be read is read by the next who asks.
    reading.catch(() => shelf.delete(what));
    return reading;
  };
}

function shelfOf(database: Database, storefrontId: number, version: string): Shelf {
  const kept = KEPT.get(database) ?? new BoundedMap<number, Kept>(MOST_STOREFRONTS);
  KEPT.set(database, kept);
  const known = kept.get(storefrontId);
  if (known?.version === version) return known.shelf;
  const shelf: Shelf = new BoundedMap(MOST_ASKED);
  kept.set(storefrontId, { version, shelf });
  return shelf;
}
