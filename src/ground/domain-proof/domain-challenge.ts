import { type Outbound, OutboundError } from "../outbound/index.ts";

/** The TXT record by which a domain names its owner. */
export interface DomainChallenge {
  readonly recordName: string;
  readonly recordValue: string;
}

/**
 * `missing`: there is no record; `different`: there are records, but none is the requested one; `unanswered`: there was
 * no answer.
 */
export type TxtFinding = "found" | "missing" | "different" | "unanswered";

/** A separate name below the domain, as RFC 8552 defines, so that the domain's other records are not affected. */
export function challengeFor(domain: string, token: string): DomainChallenge {
  return { recordName: `_interchange.${domain}`, recordValue: `interchange-verification=${token}` };
}

export async function checkRecord(
  { recordName, recordValue }: DomainChallenge,
  { outbound }: { readonly outbound: Pick<Outbound, "txtRecords"> },
): Promise<TxtFinding> {
  try {
    const records = await outbound.txtRecords(recordName);
    if (records.some((record) => record.trim() === recordValue)) return "found";
    return records.length > 0 ? "different" : "missing";
  } catch (error) {
    if (error instanceof OutboundError) return "unanswered";
    throw error;
  }
}

const FINDINGS: Readonly<Record<TxtFinding, (challenge: DomainChallenge) => string>> = {
  found: ({ recordName }) => `${recordName} has the TXT record`,
  missing: ({ recordName, recordValue }) =>
    `${recordName} has no TXT record: add ${recordValue}, and verify again once it is published`,
  different: ({ recordName, recordValue }) =>
    `${recordName} has TXT records, but none of them is ${recordValue}: add it as another record`,
  unanswered: ({ recordName }) => `no name server answered for ${recordName}: verify again in a few minutes`,
};

export function explain(finding: TxtFinding, challenge: DomainChallenge): string {
  return FINDINGS[finding](challenge);
}
