import type { Noun } from "./inputs/noun.ts";
import type { Viewer } from "./viewer.ts";

export interface AuditEntry {
  /** Who did it, and in whose log it is. */
  readonly viewer: Pick<Viewer, "customerId" | "userId" | "email" | "key" | "sessionId" | "applicationId" | "acting">;
  readonly requestId: string;
  readonly at: Date;
  readonly operation: string;
  readonly action: string;
  readonly outcome: "succeeded" | "denied" | "failed";
  readonly resourceType: string;
  readonly resourceId: string | null;
  readonly scope: AuditScope;
  /** How the resource's fields changed; null if no change was noted. */
  readonly changes: Readonly<Record<string, unknown>> | null;
}

/** The resources to which an audit entry belongs, so that the log can be filtered by advertiser or campaign. */
export interface AuditScope {
  readonly advertiserId: number | null;
  readonly campaignId: string | null;
}

interface Audited {
  readonly resourceType: string;
  readonly resourceId: string | null;
  /** The ids in the inputs, by the noun that each identifies. */
  readonly named?: ReadonlyMap<Noun, unknown>;
  /** The answer, or the result of the settlement. */
  readonly answer?: unknown;
}

/** Derived from the resource itself, the ids in the inputs, and those in the answer, at its top level or one below. */
export function auditScopeOf({ resourceType, resourceId, named, answer }: Audited): AuditScope {
  const answered = [answer, ...(isObject(answer) ? Object.values(answer) : [])].filter(isObject);
  const among = (field: string) => answered.map((part) => part[field]).find((id) => id !== undefined);
  const advertiserId = resourceType === "ADVERTISER" ? resourceId : (named?.get("advertiser") ?? among("advertiserId"));
  const campaignId = resourceType === "CAMPAIGN" ? resourceId : (named?.get("campaign") ?? among("campaignId"));
  const seat = Number(
    typeof advertiserId === "string" ? advertiserId.trim() || Number.NaN : (advertiserId ?? Number.NaN),
  );
  return {
    advertiserId: Number.isSafeInteger(seat) ? seat : null,
    campaignId: typeof campaignId === "string" ? campaignId : null,
  };
}

/** The ids that an operation's refs point to, wherever the input contains exactly one. */
export function namedIds(refs: Readonly<Record<string, Noun>>, input: unknown): ReadonlyMap<Noun, unknown> {
  return new Map(Object.entries(refs).map(([path, noun]) => [noun, valueAt(input, path)]));
}

function valueAt(input: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), input);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What an operation changes in its resource, by field, for the audit log. It never contains a secret. */
export type Changes = Map<string, { readonly from: unknown; readonly to: unknown }>;

/** Notes the fields that differ. */
export function recordChanges<T extends object>(
  { changes }: { readonly changes: Changes },
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): void {
  for (const field of fields) {
    const [from, to] = [before[field], after[field]];
    if (JSON.stringify(from) !== JSON.stringify(to)) changes.set(field, { from, to });
  }
}
