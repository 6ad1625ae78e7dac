/**
 * For a platform whose campaigns have the budget and the dates, each package is a campaign with one line. Both ids are
 * the package's.
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
