import { BoundedMap } from "../../../ground/caches/index.ts";
import type { Database } from "../../../ground/db/index.ts";
import type { Shopfront } from "../shopfront.ts";

/** What was read of one shelf, by query. It contains no secrets. */
type Shelf = BoundedMap<string, Promise<unknown>>;

interface Kept {
  readonly version: string;
  readonly shelf: Shelf;
}

/** Two for each storefront; beyond these, those that were compiled first are read again. */
const MOST_SHELVES = 2_000;
/** Buyers are distinguished by their houses and countries, and a caller may try many. */
const MOST_ASKED = 200;

const KEPT = new WeakMap<Database, BoundedMap<string, Kept>>();

/** Reads one thing of a shelf, or answers what was read before. */
export type Remember = <T>(what: string, read: () => Promise<T>) => Promise<T>;

/** What is kept of a storefront: as long as nothing else is settled there, and as long as nothing else is learnt of its runs. */
interface Remembered {
  readonly settled: Remember;
  readonly learnt: Remember;
}

/**
 * What was read of a storefront, as long as it is unchanged. Its version comes with the look-up that every call makes,
 * so no invalidation is needed: after a change, every process sees another version. Its first word stands for what is settled; a
 * second, which every purchase changes, for what is learnt. Where the version is one word, it stands for both.
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

function rememberedBy(shelf: Shelf): Remember {
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

function shelfOf(database: Database, name: string, version: string): Shelf {
  const kept = KEPT.get(database) ?? new BoundedMap<string, Kept>(MOST_SHELVES);
  KEPT.set(database, kept);
  const known = kept.get(name);
  if (known?.version === version) return known.shelf;
  const shelf: Shelf = new BoundedMap(MOST_ASKED);
  kept.set(name, { version, shelf });
  return shelf;
}
