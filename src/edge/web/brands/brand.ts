import { DAY_MS, HOUR_MS } from "../../../ground/kernel/clock.ts";
import type { BrandColours } from "../theme/theme.ts";

/** A storefront as its pages show it, with the data that is needed to show its logo. */
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
  /** The seller's own URL of the logo. */
  readonly url: string | null;
  /** The logo is meant for a dark background. */
  readonly onDark: boolean;
  readonly kept: StoredLogo | null;
}

/** The result of fetching a logo. */
export interface StoredLogo {
  readonly sourceUrl: string;
  readonly fetchedAt: Date;
  /** Identifies the image; null if there was none, or none that we would serve. */
  readonly digest: string | null;
}

/** The image at an address may change, and the cause of a failure may have been fixed. */
const PICTURE_LASTS_MS = DAY_MS;
const FAILURE_LASTS_MS = HOUR_MS;

export function wantsFetching({ url, kept }: Logo, now: Date): boolean {
  if (url === null) return false;
  if (kept?.sourceUrl !== url) return true;
  const lastsMs = kept.digest === null ? FAILURE_LASTS_MS : PICTURE_LASTS_MS;
  return now.getTime() - kept.fetchedAt.getTime() >= lastsMs;
}

/** The image to show: an outdated one while the current one is being fetched, and none once the seller has removed it. */
export function shownDigest({ url, kept }: Logo): string | null {
  return url !== null && kept?.sourceUrl === url ? kept.digest : null;
}
