import { type BuyOutcome, type DeliveryCurrency, joinCurrencies, type Latest, laterOf } from "./buy-outcome.ts";

/** The outcome of a run: the sum of the media buys attributed to it. */
export interface RunOutcome {
  readonly events: number;
  readonly submitted: number;
  readonly forwarded: number;
  readonly forwardFailed: number;
  readonly rejected: number;
  readonly deliveryReports: number;
  readonly bookedBuys: number;
  /** Buys booked in the storefront's reporting currency. */
  readonly pricedBuys: number;
  readonly foreignBuys: number;
  /** Buys that were forwarded with an unknown budget. */
  readonly unbudgetedBuys: number;
  /** The total budget of the priced buys, in millionths. */
  readonly bookedBudget: bigint;
  readonly impressions: number;
  readonly spend: bigint;
  readonly deliveryCurrency: DeliveryCurrency;
  readonly latest: Latest | null;
}

export const NO_OUTCOME: RunOutcome = {
  events: 0,
  submitted: 0,
  forwarded: 0,
  forwardFailed: 0,
  rejected: 0,
  deliveryReports: 0,
  bookedBuys: 0,
  pricedBuys: 0,
  foreignBuys: 0,
  unbudgetedBuys: 0,
  bookedBudget: 0n,
  impressions: 0,
  spend: 0n,
  deliveryCurrency: "",
  latest: null,
};

export function runOutcomeOf(buys: readonly BuyOutcome[], reportingCurrency: string): RunOutcome {
  return buys.reduce((outcome, buy) => withBuy(outcome, buy, reportingCurrency), NO_OUTCOME);
}

/** The outcome once another media buy is attributed to the run. */
export function withBuy(outcome: RunOutcome, buy: BuyOutcome, reportingCurrency: string): RunOutcome {
  return joined(outcome, outcomeOf(buy, reportingCurrency));
}

function outcomeOf(buy: BuyOutcome, reportingCurrency: string): RunOutcome {
  const { submitted, forwarded, forwardFailed, rejected, deliveryReports, isBooked, budget } = buy;
  const priced = isBooked && budget?.currency === reportingCurrency;
  const { impressions, spend, deliveryCurrency, latest } = buy;
  return {
    events: submitted + forwarded + forwardFailed + rejected + deliveryReports,
    submitted,
    forwarded,
    forwardFailed,
    rejected,
    deliveryReports,
    bookedBuys: Number(isBooked),
    pricedBuys: Number(priced),
    foreignBuys: Number(isBooked && !priced),
    unbudgetedBuys: Number(forwarded > 0 && budget === null),
    bookedBudget: priced && budget ? budget.amount : 0n,
    impressions,
    spend,
    deliveryCurrency,
    latest,
  };
}

function joined(a: RunOutcome, b: RunOutcome): RunOutcome {
  return {
    events: a.events + b.events,
    submitted: a.submitted + b.submitted,
    forwarded: a.forwarded + b.forwarded,
    forwardFailed: a.forwardFailed + b.forwardFailed,
    rejected: a.rejected + b.rejected,
    deliveryReports: a.deliveryReports + b.deliveryReports,
    bookedBuys: a.bookedBuys + b.bookedBuys,
    pricedBuys: a.pricedBuys + b.pricedBuys,
    foreignBuys: a.foreignBuys + b.foreignBuys,
    unbudgetedBuys: a.unbudgetedBuys + b.unbudgetedBuys,
    bookedBudget: a.bookedBudget + b.bookedBudget,
    impressions: a.impressions + b.impressions,
    spend: a.spend + b.spend,
    deliveryCurrency: joinCurrencies(a.deliveryCurrency, b.deliveryCurrency),
    latest: laterOf(a.latest, b.latest),
  };
}
