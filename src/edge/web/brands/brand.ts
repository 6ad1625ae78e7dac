import { DAY_MS, HOUR_MS } from "../../../ground/kernel/clock.ts";
import type { BrandColours } from "../theme/theme.ts";

/** A storefront as its pages show it, with the data needed to show its logo. */
export interface Brand {
  readonly customerId: number;
  readonly storefrontId: number;
  readonly name: string;
  readonly domain: string | null;
  readonly colours: BrandColours;
  readonly languages: readonly string[] | null;
  readonly logo: Logo;
}

export interface Logo {
  /** Where the seller keeps it. */
  readonly url: string | null;
  /** The seller drew it for a dark ground. */
  readonly onDark: boolean;
  readonly kept: KeptLogo | null;
}

/** The result of fetching a logo. */
export interface KeptLogo {
  readonly sourceUrl: string;
  readonly fetchedAt: Date;
  /** Names the picture; null where there was none, or none that we would hand on. */
  readonly digest: string | null;
}

/** A picture may change behind its address; what failed may have been mended. */
const PICTURE_LASTS_MS = DAY_MS;
const FAILURE_LASTS_MS = HOUR_MS;

export function wantsFetching({ url, kept }: Logo, now: Date): boolean {
  if (url === null) return false;
  if (kept?.sourceUrl !== url) return true;
  const lastsMs = kept.digest === null ? FAILURE_LASTS_MS : PICTURE_LASTS_MS;
  return now.getTime() - kept.fetchedAt.getTime() >= lastsMs;
}

/** What is shown meanwhile: yesterday's image while today's is fetched, and none once the seller has removed it. */
export function shownDigest({ url, kept }: Logo): string | null {
  return url !== null && kept?.sourceUrl === url ? kept.digest : null;
}
