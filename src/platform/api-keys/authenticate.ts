import type { Database } from "../../ground/db/index.ts";
import type { Clock } from "../../ground/kernel/clock.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import { hashSecret } from "../../ground/vault/index.ts";
import { looksLikeKey } from "./api-key.ts";
import { findHolderOfAnyCustomer } from "./store.ts";

/** Reads may trust what was known of a key this long ago; writes always ask. */
const TRUSTED_MS = 2_000;
const MOST = 10_000;

export interface Keyring {
  /** Who holds the key; undefined for nobody. `fresh` for a write: revocation and terms count at once, whichever process they happened in. */
  holderOf(key: string, fresh: boolean): Promise<Viewer | undefined>;
  forget(): void;
}

export function openKeyring(database: Database, clock: Clock, pepper: Uint8Array, termsVersion: string): Keyring {
  const known = new Map<string, { readonly viewer: Viewer; readonly until: number }>();
  return {
    async holderOf(key, fresh) {
      if (!looksLikeKey(key)) return undefined;
      const now = clock.now();
      const hash = hashSecret(pepper, key);
      const cached = known.get(hash);
      if (cached && !fresh && cached.until > now.getTime()) return cached.viewer;
      const viewer = await database.readInstallation((db) => findHolderOfAnyCustomer(db, hash, termsVersion, now));
      known.delete(hash);
      // A sandbox clock that was advanced, here or in another process, is the next request's time; and what its sponsor
      // has decided about a sponsored buyer holds from its next request on.
      if (!viewer || viewer.sandbox || viewer.sponsorshipStatus) return viewer;
      // Oldest first out: a Map iterates in the order of insertion.
      if (known.size >= MOST) known.delete(known.keys().next().value ?? "");
      known.set(hash, { viewer, until: now.getTime() + TRUSTED_MS });
      return viewer;
    },
    forget: () => known.clear(),
  };
}
