import type { Db } from "../../../ground/db/index.ts";
import { BEGINNING, follow, holdsMac, type VerifiedChain } from "./link.ts";
import { readChain } from "./store.ts";

/** The result of verifying a customer's log. */
export interface Verification {
  /** The number of valid entries, counted from the first. */
  readonly entries: number;
  /** The number of the first entry that was changed, removed or inserted; null if the chain is valid up to its head. */
  readonly brokenAt: number | null;
}

/** How many entries are read at a time, because a log may be too long to hold in memory. */
const BATCH = 5_000;

/** Verifies the chain from its first entry to its head, which may advance in the meantime. */
export async function verifyChain(db: Db, key: Uint8Array, customerId: number): Promise<Verification> {
  let followed: VerifiedChain = BEGINNING;
  for (;;) {
    const { links, head } = await readChain(db, customerId, followed.sequence, BATCH);
    const chain = { customerId, key, plainUntil: head.plainUntil };
    const next = follow(chain, followed, links);
    if ("brokenAt" in next) return { entries: next.brokenAt - 1, brokenAt: next.brokenAt };
    followed = next;
    if (links.length === BATCH) continue;
    const { sequence, hash } = followed;
    const isEmpty = head.sequence === 0 && sequence === 0;
    const holds = head.sequence === sequence && head.hash === hash && (isEmpty || holdsMac(chain, head, head.mac));
    return { entries: sequence, brokenAt: holds ? null : sequence + 1 };
  }
}

/** The number of the first invalid entry; undefined for a valid chain. */
export async function findBrokenAuditEntry(db: Db, key: Uint8Array, customerId: number): Promise<number | undefined> {
  return (await verifyChain(db, key, customerId)).brokenAt ?? undefined;
}
