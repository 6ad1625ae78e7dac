import { after, DAY_MS, SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { hashSecret, isSameSecret, type Vault } from "../../../ground/vault/index.ts";

/** Sellers fetch creatives until the flight is over, and check them for a while afterwards. */
const AFTER_FLIGHT_MS = 90 * DAY_MS;
/** For a campaign that ended long ago: its buyer can still view the asset, and the URL stays the same for a while. */
const LOOK_MS = 30 * DAY_MS;

/** Returns the URL from which an asset is fetched. */
export type AssetLink = (asset: { readonly assetId: string; readonly originalFilename: string }) => string;

/**
 * Unguessable URLs, from which anybody who has one can fetch the asset. They stay the same for the campaign's flight, so that a
 * retry to a seller is identical.
 */
export function assetLinks(
  { vault, installation, now }: Pick<Context, "vault" | "installation" | "now">,
  end: Date,
): AssetLink {
  const least = (Math.floor(now.getTime() / LOOK_MS) + 2) * LOOK_MS;
  const expires = Math.floor(Math.max(after(end, AFTER_FLIGHT_MS).getTime(), least) / SECOND_MS);
  return ({ assetId, originalFilename }) => {
    const address = `${installation.publicUrl}/assets/${assetId}/${encodeURIComponent(originalFilename)}`;
    return `${address}?expires=${expires}&signature=${signatureOf(assetId, String(expires), vault)}`;
  };
}

/** The parts of a URL other than the asset's id, as received. */
export interface LinkTerms {
  readonly expires?: unknown;
  readonly signature?: unknown;
}

export function isAssetLink(assetId: string, { expires, signature }: LinkTerms, vault: Vault, wall: Date): boolean {
  if (typeof expires !== "string" || typeof signature !== "string" || !/^\d{1,12}$/.test(expires)) return false;
  return isSameSecret(signature, signatureOf(assetId, expires, vault)) && Number(expires) * SECOND_MS > wall.getTime();
}

function signatureOf(assetId: string, expires: string, vault: Vault): string {
  return hashSecret(vault.pepper("asset-links"), `${assetId}.${expires}`);
}
