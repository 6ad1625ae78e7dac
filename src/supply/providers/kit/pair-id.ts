/**
 * On a platform whose campaigns have the budget and the dates, each package is a campaign with one line, and a
 * package's id consists of both ids.
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
