/** What one buyer has, and does in a day. A supposition, to be replaced by what an installation counts in its own metrics. */
export const TENANT = {
  campaigns: 10,
  buysPerCampaign: 2,
  /** Days of delivery that are kept of each buy. */
  days: 30,
  /** Requests and work of one day, by kind. */
  day: {
    "list of campaigns": 60,
    "one campaign": 60,
    "report of 30 days": 15,
    "change of a campaign": 15,
    /** The statuses of twenty buys, four times, each with its delivery of the last days. */
    "report of a seller": 80,
    "ten events": 24,
    /** Asked of a storefront's agent by the buyer's own, each time in other words. */
    get_products: 20,
    /** Over three storefronts. */
    discovery: 2,
    /** From a discovery to three active media buys; one campaign in three days. */
    "campaign bought": 1 / 3,
  },
} as const;

export type Kind = keyof typeof TENANT.day;

/** The busiest hour has this share of the day. */
export const PEAK_HOUR = 1 / 8;
/** Above this, waits grow faster than the load. */
export const WELL_USED = 0.6;
