import type { FlightDates, Targeting } from "../../ground/seller-agent/index.ts";

/** What a campaign's media buys inherit from it. */
export interface BuyingCampaign {
  readonly campaignId: string;
  readonly advertiserId: number;
  readonly name: string;
  readonly flight: FlightDates;
  /** Empty if it may be shown to anybody. */
  readonly targeting: Targeting;
}
