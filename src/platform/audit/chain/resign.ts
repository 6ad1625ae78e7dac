import { z } from "zod";
import { BEGINNING, macOf, nextLink, type Sealed, type VerifiedChain } from "./link.ts";

/** The fields of an audit log row in an archive that the signature covers. */
const Entry = z.looseObject({
  sequence: z.int(),
  audit_id: z.string(),
  at: z.string(),
  action: z.string(),
  operation: z.string(),
  outcome: z.string(),
  resource_type: z.string(),
  resource_id: z.string().nullable(),
  advertiser_id: z.int().nullable(),
  campaign_id: z.string().nullable(),
  user_id: z.int().nullable(),
  user_email: z.string().nullable(),
  key_customer_id: z.int().nullable(),
  api_key_id: z.string().nullable(),
  session_id: z.string().nullable(),
  application_id: z.string().nullable(),
  acting_grant_id: z.string().nullable(),
  request_id: z.string(),
  changes: z.record(z.string(), z.unknown()).nullable(),
});

/** Signs a log that was imported from another installation, from its first entry on. */
export interface Resigning {
  /** Takes rows as lines of JSON, in order, and returns them with their hashes. */
  sign(lines: readonly string[]): readonly string[];
  /** The row for the end of the chain; empty for a log without entries. */
  head(): readonly object[];
}

export function openResigning(customerId: number, key: Uint8Array): Resigning {
  let followed: VerifiedChain = BEGINNING;
  const chain = { customerId, key, plainUntil: 0 };
  return {
    sign: (lines) =>
      lines.map((line) => {
        const entry = Entry.parse(JSON.parse(line));
        const { sequence, hash } = nextLink(chain, followed, sealedOfRow(entry));
        if (entry.sequence !== sequence)
          throw new Error(`the archive is damaged: its audit log has no entry ${sequence}`);
        followed = { sequence, hash };
        return JSON.stringify({ ...entry, hash });
      }),
    head: () =>
      followed.sequence === 0
        ? []
        : [{ customer_id: customerId, ...followed, mac: macOf(chain, followed), plain_until: 0 }],
  };
}

function sealedOfRow(row: z.output<typeof Entry>): Sealed {
  return {
    auditId: row.audit_id,
    at: new Date(row.at),
    action: row.action,
    operation: row.operation,
    outcome: row.outcome,
    resourceType: row.resource_type,
    resourceId: row.resource_id,
    advertiserId: row.advertiser_id,
    campaignId: row.campaign_id,
    userId: row.user_id,
    userEmail: row.user_email,
    keyCustomerId: row.key_customer_id,
    apiKeyId: row.api_key_id,
    sessionId: row.session_id,
    applicationId: row.application_id,
    actingGrantId: row.acting_grant_id,
    requestId: row.request_id,
    // `JSON.stringify` wrote this text, so it produces the same text again.
    changes: row.changes && JSON.stringify(row.changes),
  };
}
