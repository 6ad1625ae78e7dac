/**
 * What one buyer has, and what it does in a day. These are assumptions, to be replaced by the numbers that an installation counts in its
 * own metrics.
 */
export const TENANT = {
  campaigns: 10,
  buysPerCampaign: 2,
  /** For how many days delivery of each buy is kept. */
  days: 30,
  /** The requests and other work of one day, by kind. */
  day: {
    "list of campaigns": 60,
    "one campaign": 60,
    "report of 30 days": 15,
    "change of a campaign": 15,
    /** The status of twenty buys, requested four times, each with the delivery of the last days. */
    "report of a seller": 80,
    "ten events": 24,
    /** Sent to a storefront's agent by the buyer's own agent, each time in different words. */
    get_products: 20,
    /** Each over three storefronts. */
    discovery: 2,
    /** From a discovery to three active media buys; one campaign every three days. */
    "campaign bought": 1 / 3,
  },
} as const;

export type Kind = keyof typeof TENANT.day;

/** The share of a day's work that falls into the busiest hour. */
export const PEAK_HOUR = 1 / 8;
/** Above this utilisation, waiting times grow faster than the load. */
export const WELL_USED = 0.6;
