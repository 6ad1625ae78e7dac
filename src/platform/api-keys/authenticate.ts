import { BoundedMap } from "../../ground/caches/index.ts";
import { coalesce } from "../../ground/db/batching/index.ts";
import type { Database, InstallationDb } from "../../ground/db/index.ts";
import { type Clock, MINUTE_MS } from "../../ground/kernel/clock.ts";
import type { Host } from "../../ground/kernel/host.ts";
import type { Log } from "../../ground/kernel/log.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import { hashSecret } from "../../ground/vault/index.ts";
import { keyPepperOf, looksLikeKey } from "./api-key.ts";
import { findHolderOfAnyCustomer } from "./holders/store.ts";
import { type KeyUse, recordUsesOfAllCustomers } from "./store.ts";

/** For this long, reads may use what is known about a key; writes always look it up. */
const TRUSTED_MS = 2_000;
const MOST = 10_000;
/** How far the recorded time of a key's last use may be behind. */
const USES_EVERY_MS = 3 * MINUTE_MS;

export interface Keyring {
  /**
   * The holder of the key; undefined if there is none. `fresh` is set for writes, so that revocation and changed terms apply immediately,
   * whichever process made the change.
   */
  holderOf(key: string, fresh: boolean): Promise<Viewer | undefined>;
  /** The stored hash of a key; undefined if the text is not a key. */
  hashOf(key: string): string | undefined;
  /** Records that a key was used, for a holder who was known without a look-up. */
  recordUse(holder: Viewer): void;
  forget(): void;
  /** Stores which keys were used. This also happens automatically every few minutes. */
  close(): Promise<void>;
}

export function openKeyring(host: Pick<Host, "database" | "clock" | "log" | "vault" | "installation">): Keyring {
  const { database, clock, log, vault, installation } = host;
  const pepper = keyPepperOf(vault);
  const { termsVersion } = installation;
  const known = new BoundedMap<string, { readonly viewer: Viewer; readonly until: number }>(MOST);
  const uses = openUses(database, clock, log);
  // One query for all callers that arrived with the same key before it started.
  const look = coalesce((db, { hash }: { readonly hash: string }) =>
    findHolderOfAnyCustomer(db as InstallationDb, hash, termsVersion, clock.now()),
  );
  const find = async (hash: string, now: Date): Promise<Viewer | undefined> => {
    const holder = await database.readInstallation((db) => look(db, { hash }));
    known.delete(hash);
    // Some holders are looked up every time: those who can switch organisations, because the switch may happen in another process;
    // sandboxes, whose clock may be advanced; and sponsored buyers, whose sponsor may decide between two requests.
    if (!holder || holder.mayMove || holder.viewer.sandbox || holder.viewer.sponsorshipStatus) return holder?.viewer;
    known.set(hash, { viewer: holder.viewer, until: now.getTime() + TRUSTED_MS });
    return holder.viewer;
  };
  return {
    async holderOf(key, fresh) {
      if (!looksLikeKey(key)) return undefined;
      const now = clock.now();
      const hash = hashSecret(pepper, key);
      const cached = known.get(hash);
      const trusted = !fresh && cached !== undefined && cached.until > now.getTime();
      const viewer = trusted ? cached.viewer : await find(hash, now);
      if (viewer?.key) uses.note({ ...viewer.key, at: now });
      return viewer;
    },
    hashOf: (key) => (looksLikeKey(key) ? hashSecret(pepper, key) : undefined),
    recordUse({ key }) {
      if (key) uses.note({ ...key, at: clock.now() });
    },
    forget: () => known.clear(),
    close: () => uses.flush(),
  };
}

/** Which keys were used and when: kept in memory, and written every few minutes in one statement, for which no request waits. */
function openUses(database: Database, clock: Clock, log: Log) {
  const noted = new Map<string, KeyUse>();
  let writtenAt = clock.now().getTime();
  let writing = Promise.resolve();
  const write = async (): Promise<void> => {
    const uses = [...noted.values()];
    noted.clear();
    if (uses.length > 0) await database.writeInstallation((db) => recordUsesOfAllCustomers(db, uses));
  };
  const flush = (): Promise<void> => {
    // A failure only loses the times of last use until the next ones are recorded.
    writing = writing
      .then(write)
      .catch((error: unknown) => log.warn({ err: error }, "uses of API keys were not noted"));
    return writing;
  };
  return {
    note(use: KeyUse): void {
      noted.set(use.apiKeyId, use);
      const now = use.at.getTime();
      if (now - writtenAt < USES_EVERY_MS) return;
      writtenAt = now;
      void flush();
    },
    flush,
  };
}
