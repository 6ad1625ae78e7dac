import { after, DAY_MS, HOUR_MS, MINUTE_MS } from "../../ground/kernel/clock.ts";
import type { Installation } from "../../ground/kernel/context.ts";
import type { Brand } from "./brand.ts";
import type { Finding, NoBrand } from "./published/find-brand.ts";

/** What is known about the brand behind a domain, and for how long that is valid. All times are real time. */
export interface Knowledge {
  readonly domain: string;
  readonly brand: Brand | null;
  /** Why the last look-up found nothing; null if it found the brand. */
  readonly reason: string | null;
  readonly etag: string | null;
  /** When the published brand was last confirmed. */
  readonly readAt: Date | null;
  readonly lookedUpAt: Date;
  readonly freshUntil: Date;
  readonly misses: number;
}

/** AdCP 3.1 recommends a day for what was found and an hour for what was not; brands with temporary redirects are looked up again sooner. */
const FOUND_LASTS_MS = DAY_MS;
const PASSING_LASTS_MS = HOUR_MS;
const MISS_LASTS_MS = HOUR_MS;
const SILENCE_LASTS_MS = 10 * MINUTE_MS;
/** A domain that never answers is eventually asked only once a day. */
const LONGEST_MISS_MS = DAY_MS;
/** How long a brand is kept while its domain does not answer. */
const BRAND_OUTLIVES_MS = 7 * DAY_MS;
/** A caller that asks again may have just published what was missing. */
const MISS_ANSWERS_MS = MINUTE_MS;

/** Whether the result of the last look-up can be used again. An explicit request for a brand is not answered with an old miss. */
export function answers({ brand, freshUntil, lookedUpAt }: Knowledge, wall: Date, outright: boolean): boolean {
  if (wall >= freshUntil) return false;
  return brand !== null || !outright || wall < after(lookedUpAt, MISS_ANSWERS_MS);
}

/** What is known after a look-up. */
export function learnFromLookup(
  before: Knowledge | undefined,
  domain: string,
  { finding, etag }: { readonly finding: Finding; readonly etag: string | null },
  wall: Date,
): Knowledge {
  if (finding.kind === "none") return miss(before, domain, finding, wall);
  const { brand, passing, turnsAt } = finding;
  const lasts = after(wall, passing ? PASSING_LASTS_MS : FOUND_LASTS_MS);
  // AdCP 3.1: when a redirect takes effect, everything that was read before is out of date.
  const turns = turnsAt.filter((at) => at > wall).map((at) => at.getTime());
  const freshUntil = new Date(Math.min(lasts.getTime(), ...turns));
  return { domain, brand, reason: null, etag, readAt: wall, lookedUpAt: wall, freshUntil, misses: 0 };
}

/** What is known if the document has not changed since it was last read. */
export function confirm(before: Knowledge | undefined, domain: string, wall: Date): Knowledge {
  if (!before) throw new Error(`nothing that is known about ${domain} could have stayed unchanged`);
  return {
    ...before,
    reason: null,
    readAt: wall,
    lookedUpAt: wall,
    freshUntil: after(wall, FOUND_LASTS_MS),
    misses: 0,
  };
}

function miss(before: Knowledge | undefined, domain: string, { reason, momentary }: NoBrand, wall: Date): Knowledge {
  const misses = (before?.misses ?? 0) + 1;
  const firstMs = momentary ? SILENCE_LASTS_MS : MISS_LASTS_MS;
  const freshUntil = after(wall, Math.min(firstMs * 2 ** Math.min(misses - 1, 10), LONGEST_MISS_MS));
  const kept = momentary && before?.readAt && wall < after(before.readAt, BRAND_OUTLIVES_MS) ? before : undefined;
  const { brand = null, readAt = null, etag = null } = kept ?? {};
  return { domain, brand, reason, etag, readAt, lookedUpAt: wall, freshUntil, misses };
}

/** Names that can never resolve (RFC 2606, RFC 6761, RFC 6762, RFC 8375, RFC 9476, and ICANN's `.internal`). */
const RESERVED_DOMAINS =
  /(^|\.)(example|test|invalid|localhost|local|internal|home\.arpa|onion|alt|example\.(com|net|org))$/;

/** Why a domain is not looked up at all; undefined if it is. */
export function leftAlone(
  domain: string,
  { brandJsonUrl, brandRegistryUrl }: Pick<Installation, "brandJsonUrl" | "brandRegistryUrl">,
): string | undefined {
  if (RESERVED_DOMAINS.test(domain)) return `${domain} is a reserved name that no brand has, so it was not looked up`;
  if (!brandJsonUrl && !brandRegistryUrl) return "this installation does not look brands up";
  return undefined;
}
