import type { ErrorKind } from "../contract/provider-error.ts";

/**
 * What a platform's error message is about, in our words: the buyer never sees the message itself, and does not know
 * the platform's fields.
 */
export function atFault(
  platform: string,
  reason: string,
): { readonly kind: ErrorKind; readonly message: string; readonly field?: string } {
  const said = reason.toLowerCase();
  const invalid = (message: string, field?: string) => ({ kind: "invalid", message, ...(field && { field }) }) as const;
  if (/budget/.test(said) && /(min|least|greater|below|low)/.test(said)) {
    const message = `the budget is below ${platform}'s minimum for a day`;
    return { kind: "below_minimum", message, field: "budget" };
  }
  if (/bid/.test(said)) return invalid(`${platform} does not accept this bid`, "bid_price");
  if (/(geo|country|location|targeting)/.test(said))
    return invalid(`${platform} does not sell there`, "targeting_overlay");
  if (/(start_time|end_time|schedule|date)/.test(said))
    return invalid(`${platform} does not accept these dates`, "end_time");
  if (/(funding|billing|payment|balance)/.test(said))
    return { kind: "billing", message: `the ad account's billing at ${platform} is not in order` };
  if (/(media|creative|headline|brand_name|asset|image|video|audio|tagline)/.test(said))
    return invalid(`${platform} does not accept this creative`, "creatives");
  return invalid(`${platform} refused a part of the request`);
}
