import { canonicalChannel } from "../channels/channel.ts";
import type { Product } from "../seller-agent/index.ts";
import type { OfferReading } from "./offer-reading.ts";

/**
 * AdCP's types of properties that are no channels, with the channels that run on them. A product has no field for them: its text may
 * state them, and its channels may exclude them.
 */
const CARRIERS: Readonly<Record<string, readonly string[]>> = {
  website: ["display", "olv", "retail_media", "affiliate"],
  mobile_app: ["display", "olv", "social", "gaming", "streaming_audio", "retail_media", "sponsored_intelligence"],
};

/** Whether a product runs on a requested type of property, or may; and on no refused one. */
export function meetsProperties(
  { channels }: Product,
  { properties }: OfferReading,
  { any, none }: { readonly any: readonly string[]; readonly none: readonly string[] },
): boolean {
  const mediums = channels.map(canonicalChannel);
  const runsOn = (type: string) => mediums.some((channel) => CARRIERS[type]?.includes(channel));
  if (none.some((type) => properties.has(type) && runsOn(type))) return false;
  // Display that states nothing else is on websites.
  if (none.includes("website") && mediums.includes("display") && !properties.has("mobile_app")) return false;
  if (any.length === 0 || any.some((type) => properties.has(type))) return true;
  if (properties.size > 0) return false;
  return mediums.length === 0 || any.some(runsOn);
}
