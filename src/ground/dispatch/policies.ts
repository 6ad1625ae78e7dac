import { HOUR_MS, MINUTE_MS, SECOND_MS } from "../kernel/clock.ts";
import { doubling, type RetryPolicy } from "./retry-policy.ts";

const oneSellerCall = { sellerCalls: 1 } as const;

/**
 * Every policy by which external requests are repeated. `docs/dispatches.md` is generated from them and their users.
 */
export const POLICIES = {
  /** The pauses that Standard Webhooks suggests: ten attempts over three days. */
  webhook: {
    asks: "a webhook's receiver to accept an event",
    patience: { ms: 15 * SECOND_MS },
    pausesMs: [
      5 * SECOND_MS,
      5 * MINUTE_MS,
      30 * MINUTE_MS,
      2 * HOUR_MS,
      5 * HOUR_MS,
      10 * HOUR_MS,
      14 * HOUR_MS,
      20 * HOUR_MS,
      24 * HOUR_MS,
    ],
  },
  /** Six attempts over half a day; after that the buyer has to poll. */
  callback: {
    asks: "an AdCP buyer to receive the result of its task",
    patience: { ms: 15 * SECOND_MS },
    pausesMs: [5 * SECOND_MS, MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, 10 * HOUR_MS],
  },
  /** Two calls, because the seller's capabilities, including the targeting that it honours, may have to be requested first. */
  mediaBuy: {
    asks: "a seller to accept a media buy",
    patience: { sellerCalls: 2 },
    pausesMs: doubling(30 * SECOND_MS, HOUR_MS, 10),
    anewInPerson: true,
  },
  mediaBuyChange: {
    asks: "a seller to change a media buy",
    patience: { sellerCalls: 2 },
    pausesMs: doubling(30 * SECOND_MS, HOUR_MS, 8),
  },
  creatives: {
    asks: "a seller to show creatives",
    patience: oneSellerCall,
    pausesMs: doubling(30 * SECOND_MS, HOUR_MS, 8),
  },
  orderLeg: {
    asks: "a source to accept its part of an order",
    patience: oneSellerCall,
    pausesMs: doubling(MINUTE_MS, 30 * MINUTE_MS, 40),
  },
  orderChange: {
    asks: "a source to make its part of a change",
    patience: oneSellerCall,
    pausesMs: doubling(MINUTE_MS, 30 * MINUTE_MS, 40),
  },
  showing: {
    asks: "the sources of an order to show creatives",
    patience: oneSellerCall,
    pausesMs: doubling(MINUTE_MS, 30 * MINUTE_MS, 8),
  },
  /** A buyer is waiting for the result, and reads whatever has arrived by the end. */
  slowSearch: {
    asks: "the slow sources of a storefront for products",
    patience: { ms: 2 * MINUTE_MS },
    pausesMs: [30 * SECOND_MS, 5 * MINUTE_MS],
  },
  /** After the third attempt people are asked as well, and whoever is first does the task. */
  moduleTask: {
    asks: "a module to do its part upstream",
    patience: { ms: 30 * SECOND_MS },
    pausesMs: [2 * SECOND_MS, 8 * SECOND_MS, ...doubling(HOUR_MS, HOUR_MS, 22)],
  },
  /** Includes waiting for other examinations that come first. No job may run longer. */
  examination: {
    asks: "an agent to pass AdCP's storyboards",
    patience: { ms: 60 * SECOND_MS, examinations: 1 },
    pausesMs: doubling(MINUTE_MS, 30 * MINUTE_MS, 8),
    anewInPerson: true,
  },
  /** Covers metadata from up to three places, a registration, and the tokens. */
  renewal: {
    asks: "an authorization server to renew a consent",
    patience: { ms: 15 * SECOND_MS, sellerCalls: 5 },
    pausesMs: [],
    backOff: { firstMs: 30 * SECOND_MS, longestMs: 30 * MINUTE_MS },
  },
  /** One of many calls in a job; the results of the other calls are kept. */
  providerCall: {
    asks: "a platform to do the next step of a job",
    patience: { ms: 60 * SECOND_MS },
    pausesMs: [2 * SECOND_MS, 10 * SECOND_MS, ...doubling(30 * SECOND_MS, 30 * MINUTE_MS, 22)],
  },
  providerRenewal: {
    asks: "a platform to renew a consent",
    patience: { ms: 30 * SECOND_MS },
    pausesMs: [],
    backOff: { firstMs: 30 * SECOND_MS, longestMs: 30 * MINUTE_MS },
  },
  /** Covers the publisher's file, and one more file to which it may refer. */
  publisher: {
    asks: "a publisher whether the storefront may sell for it",
    patience: { ms: 120 * SECOND_MS },
    pausesMs: [],
    backOff: { firstMs: HOUR_MS, longestMs: HOUR_MS },
  },
  /** Covers the feed's server and the parser. */
  feed: {
    asks: "a feed's server for the contents of a catalog",
    patience: { ms: 100 * SECOND_MS },
    pausesMs: doubling(30 * SECOND_MS, 30 * MINUTE_MS, 8),
    anewInPerson: true,
  },
} as const satisfies Readonly<Record<string, RetryPolicy>>;
