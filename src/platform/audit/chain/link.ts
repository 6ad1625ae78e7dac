import { createHash, createHmac } from "node:crypto";
import type { AuditEntry } from "../../../ground/kernel/audit-entry.ts";
import { isSameSecret } from "../../../ground/vault/index.ts";

/** The content that an entry's hash covers, in addition to the previous hash. */
export interface Sealed {
  readonly auditId: string;
  readonly at: Date;
  readonly action: string;
  readonly operation: string;
  readonly outcome: string;
  readonly resourceType: string;
  readonly resourceId: string | null;
  readonly advertiserId: number | null;
  readonly campaignId: string | null;
  readonly userId: number | null;
  readonly userEmail: string | null;
  /** The API key that was used, and the organisation that owns it; null for actions by a browser or a job. */
  readonly keyCustomerId: number | null;
  readonly apiKeyId: string | null;
  /** The session in which it was done; null for actions by a key or a job. */
  readonly sessionId: string | null;
  /** The application that acted for the person; null if they acted themselves. */
  readonly applicationId: string | null;
  /** The grant under which a non-member acted; null for members. */
  readonly actingGrantId: string | null;
  readonly requestId: string;
  /** As text, exactly as stored. */
  readonly changes: string | null;
}

export function sealedOf(auditId: string, entry: AuditEntry): Sealed {
  const { viewer, scope, changes, requestId, at, operation, action, outcome, resourceType, resourceId } = entry;
  const resource = { resourceType, resourceId, ...scope };
  const { key } = viewer;
  const actor = {
    userId: viewer.userId,
    userEmail: viewer.email,
    keyCustomerId: key?.customerId ?? null,
    apiKeyId: key?.apiKeyId ?? null,
    sessionId: viewer.sessionId ?? null,
    applicationId: viewer.applicationId ?? null,
    actingGrantId: viewer.acting?.grantId ?? null,
  };
  return {
    auditId,
    at,
    action,
    operation,
    outcome,
    ...resource,
    ...actor,
    requestId,
    changes: changes && JSON.stringify(changes),
  };
}

/** What the unkeyed hash of older entries covers. */
function plainText(entry: Sealed): string {
  return JSON.stringify(fieldsOf(entry));
}

/** What the keyed hash covers: whose log it is, the entry's position in it, and the entry before it. */
function signedText(customerId: number, { sequence, hash }: VerifiedChain, entry: Sealed): string {
  const { keyCustomerId, apiKeyId, sessionId, applicationId, actingGrantId } = entry;
  // Entries from before sessions, applications and grants were introduced are signed without these fields, and so are entries that involve
  // none of them.
  const session = sessionId === null ? [] : [sessionId];
  const application = applicationId === null ? [] : [{ applicationId }];
  const grant = actingGrantId === null ? [] : [{ actingGrantId }];
  const by = [...session, ...application, ...grant];
  return JSON.stringify([customerId, sequence, hash, keyCustomerId, apiKeyId, ...fieldsOf(entry), ...by]);
}

function fieldsOf(entry: Sealed) {
  return [
    entry.auditId,
    entry.at.toISOString(),
    entry.action,
    entry.operation,
    entry.outcome,
    entry.resourceType,
    entry.resourceId,
    entry.advertiserId,
    entry.campaignId,
    entry.userId,
    entry.userEmail,
    entry.requestId,
    entry.changes,
  ];
}

/** A link of the chain: the content of the log. */
export interface Link {
  readonly sequence: number;
  readonly hash: string;
  readonly sealed: Sealed;
  /** Set for an entry from which a person was removed: the signature of its present content. */
  readonly redaction?: string | null;
}

/** How far a chain was verified: the last entry's number and hash. */
export interface VerifiedChain {
  readonly sequence: number;
  readonly hash: string;
}

export const BEGINNING: VerifiedChain = { sequence: 0, hash: "" };

/** The owner of the chain, and the vault's key that signs it. */
export interface Chain {
  readonly customerId: number;
  readonly key: Uint8Array;
  /** The last entry with an unkeyed hash, from before chains were signed. */
  readonly plainUntil: number;
}

/** The link for the next entry. */
export function nextLink(
  { customerId, key }: Pick<Chain, "customerId" | "key">,
  after: VerifiedChain,
  sealed: Sealed,
): Link {
  const text = signedText(customerId, after, sealed);
  return { sequence: after.sequence + 1, hash: createHmac("sha256", key).update(text).digest("hex"), sealed };
}

/** Verifies the next links of the chain; returns the number of the first invalid one, if there is one. */
export function follow(
  chain: Chain,
  from: VerifiedChain,
  links: readonly Link[],
): VerifiedChain | { readonly brokenAt: number } {
  let at = from;
  for (const link of links) {
    const sequence = at.sequence + 1;
    if (link.sequence !== sequence || !holds(chain, at, link)) return { brokenAt: sequence };
    at = { sequence, hash: link.hash };
  }
  return at;
}

function holds(chain: Chain, at: VerifiedChain, link: Link): boolean {
  if (link.redaction) return isSameSecret(link.redaction, redactionOf(chain, at, link));
  const { hash } = at.sequence < chain.plainUntil ? plainLink(at, link.sealed) : nextLink(chain, at, link.sealed);
  return link.hash === hash;
}

/**
 * Signs an entry from which a person was removed: its present content, under the hash of the original content. This takes the vault's key.
 * Later entries, and checkpoints that are stored elsewhere, continue from that hash.
 */
export function redactionOf(
  { customerId, key }: Pick<Chain, "customerId" | "key">,
  after: VerifiedChain,
  { hash, sealed }: Pick<Link, "hash" | "sealed">,
): string {
  return createHmac("sha256", key)
    .update(`redacted ${hash} ${signedText(customerId, after, sealed)}`)
    .digest("hex");
}

function plainLink({ hash }: VerifiedChain, sealed: Sealed): { readonly hash: string } {
  return {
    hash: createHash("sha256")
      .update(hash + plainText(sealed))
      .digest("hex"),
  };
}

/** Signs how far a chain goes; the end of a truncated log would have no signature. */
export function macOf({ customerId, key, plainUntil }: Chain, { sequence, hash }: VerifiedChain): string {
  return createHmac("sha256", key)
    .update(JSON.stringify(["head", customerId, sequence, hash, plainUntil]))
    .digest("hex");
}

export function holdsMac(chain: Chain, head: VerifiedChain, mac: string | null): boolean {
  return isSameSecret(mac ?? "", macOf(chain, head));
}
