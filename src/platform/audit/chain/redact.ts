import type { InstallationDb } from "../../../ground/db/index.ts";
import { BEGINNING, type Chain, follow, type Link, redactionOf, type Sealed, type VerifiedChain } from "./link.ts";
import { type Redacted, readChain, redactEntriesOfAnyCustomer } from "./store.ts";

/** Replaces people in a text with pseudonyms. */
export type Pseudonymise = (text: string) => string;

const BATCH = 2_000;

/**
 * Removes people from an organisation's log, and signs the result. The log is verified from its first entry on, because redacting an
 * invalid entry would cover up how it was manipulated. If an entry is invalid, this throws, and nothing is redacted.
 */
export async function redactLogOfAnyCustomer(
  db: InstallationDb,
  key: Uint8Array,
  customerId: number,
  pseudonymise: Pseudonymise,
): Promise<number> {
  let followed: VerifiedChain = BEGINNING;
  let count = 0;
  for (;;) {
    const { links, head } = await readChain(db, customerId, followed.sequence, BATCH);
    const chain = { customerId, key, plainUntil: head.plainUntil };
    const next = follow(chain, followed, links);
    if ("brokenAt" in next)
      throw new Error(
        `the audit log of organisation ${customerId} is not intact from entry ${next.brokenAt} on: nothing is redacted before an operator has looked at it (admin audit verify)`,
      );
    const redacted = redactedOf(chain, followed, links, pseudonymise);
    if (redacted.length > 0) await redactEntriesOfAnyCustomer(db, customerId, redacted);
    count += redacted.length;
    if (links.length < BATCH) return count;
    followed = next;
  }
}

function redactedOf(chain: Chain, from: VerifiedChain, links: readonly Link[], pseudonymise: Pseudonymise): Redacted[] {
  let at = from;
  const redacted: Redacted[] = [];
  for (const { sequence, hash, sealed } of links) {
    const named = namelessOf(sealed, pseudonymise);
    if (named.userEmail !== sealed.userEmail || named.changes !== sealed.changes) {
      const { userEmail, changes } = named;
      redacted.push({ sequence, userEmail, changes, redaction: redactionOf(chain, at, { hash, sealed: named }) });
    }
    at = { sequence, hash };
  }
  return redacted;
}

function namelessOf(sealed: Sealed, pseudonymise: Pseudonymise): Sealed {
  const { userEmail, changes } = sealed;
  return {
    ...sealed,
    userEmail: userEmail && pseudonymise(userEmail),
    changes: changes && namelessJson(changes, pseudonymise),
  };
}

/** If nobody occurs in the text, it is returned exactly as it was. */
function namelessJson(text: string, pseudonymise: Pseudonymise): string {
  let isNamed = false;
  const nameless = JSON.stringify(JSON.parse(text), (_, value: unknown) => {
    if (typeof value !== "string") return value;
    const without = pseudonymise(value);
    isNamed ||= without !== value;
    return without;
  });
  return isNamed ? nameless : text;
}
