/**
 * Of a platform whose campaigns hold the budget and the dates, a package is a campaign of its own with one line in it. Both ids
 * are the package's.
 */
export interface PairId {
  readonly campaignId: string;
  readonly lineId: string;
}

const SIGN = "~";

export function pairOf({ campaignId, lineId }: PairId): string {
  return `${campaignId}${SIGN}${lineId}`;
}

export function partsOf(pair: string): PairId {
  const [campaignId = "", lineId = ""] = pair.split(SIGN);
  return { campaignId, lineId };
}
