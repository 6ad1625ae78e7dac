import type { OutcomeEvent, OutcomeType } from "../facts/fact.ts";

/** The outcome of one media buy, from all its events. */
export interface BuyOutcome {
  readonly mediaBuyId: string;
  readonly submitted: number;
  readonly forwarded: number;
  readonly forwardFailed: number;
  readonly rejected: number;
  readonly deliveryReports: number;
  readonly impressions: number;
  /** In millionths, whatever the currency. */
  readonly spend: bigint;
  readonly deliveryCurrency: DeliveryCurrency;
  readonly isBooked: boolean;
  /** The budget of the newest event that states one, in millionths. */
  readonly budget: { readonly amount: bigint; readonly currency: string } | null;
  readonly latest: Latest | null;
}

export interface Latest {
  readonly type: OutcomeType;
  readonly mediaBuyId: string;
  readonly occurredAt: Date;
  readonly seq: bigint;
  /** The status of the newest event that states one. */
  readonly status: string | null;
  readonly statusAt: Date | null;
  readonly statusSeq: bigint | null;
}

/** A currency code; "" if nothing was delivered, "*" if it is mixed or unknown. */
export type DeliveryCurrency = string;

export function joinCurrencies(a: DeliveryCurrency, b: DeliveryCurrency): DeliveryCurrency {
  if (a === "" || a === b) return b;
  return b === "" ? a : "*";
}

/** If a report is repeated, the highest revision counts; of equal revisions, the later one. */
function surviving(events: readonly OutcomeEvent[]): OutcomeEvent[] {
  const reports = new Map<string, OutcomeEvent>();
  for (const event of events) {
    if (!event.delivery) continue;
    const before = reports.get(event.delivery.reportKey);
    if (!before || isNewerReport(event, before)) reports.set(event.delivery.reportKey, event);
  }
  return events.filter((event) => !event.delivery || reports.get(event.delivery.reportKey) === event);
}

function isNewerReport(a: OutcomeEvent, b: OutcomeEvent): boolean {
  const revisions = (a.delivery?.revision ?? 0) - (b.delivery?.revision ?? 0);
  return revisions > 0 || (revisions === 0 && a.seq > b.seq);
}

interface OutcomeTime {
  readonly occurredAt: Date;
  readonly seq: bigint;
}

function isAfter(a: OutcomeTime, b: OutcomeTime): boolean {
  const later = a.occurredAt.getTime() - b.occurredAt.getTime();
  return later > 0 || (later === 0 && a.seq > b.seq);
}

/** The result depends only on the set of events, not on their order. */
export function buyOutcomeOf(mediaBuyId: string, all: readonly OutcomeEvent[]): BuyOutcome {
  const events = surviving(all).toSorted((a, b) => (isAfter(a, b) ? 1 : -1));
  const of = (type: OutcomeType) => events.filter((event) => event.type === type);
  const [forwarded, rejected, reports] = [of("media_buy_forwarded"), of("media_buy_rejected"), of("delivery_reported")];
  const budget =
    events.findLast(
      (event) =>
        (event.type === "media_buy_submitted_for_approval" || event.type === "media_buy_forwarded") &&
        event.budget !== null &&
        event.budget.amount > 0n,
    )?.budget ?? null;
  const lastForward = forwarded.at(-1);
  const stands = lastForward !== undefined && !rejected.some((event) => isAfter(event, lastForward));
  const deliveries = reports.flatMap(({ delivery }) => delivery ?? []);
  return {
    mediaBuyId,
    submitted: of("media_buy_submitted_for_approval").length,
    forwarded: forwarded.length,
    forwardFailed: of("media_buy_forward_failed").length,
    rejected: rejected.length,
    deliveryReports: reports.length,
    impressions: deliveries.reduce((sum, { impressions }) => sum + impressions, 0),
    spend: deliveries.reduce((sum, { spend }) => sum + spend, 0n),
    deliveryCurrency: deliveries.reduce((joined, { currency }) => joinCurrencies(joined, currency ?? "*"), ""),
    isBooked: budget !== null && (reports.length > 0 || stands),
    budget,
    latest: latestOf(mediaBuyId, events),
  };
}

function latestOf(mediaBuyId: string, events: readonly OutcomeEvent[]): Latest | null {
  const last = events.at(-1);
  if (!last) return null;
  const reported = events.findLast(({ status }) => status !== null);
  const { type, occurredAt, seq } = last;
  return {
    type,
    mediaBuyId,
    occurredAt,
    seq,
    status: reported?.status ?? null,
    statusAt: reported?.occurredAt ?? null,
    statusSeq: reported?.seq ?? null,
  };
}

/** The later of two events, where either may lack a status that the other has. */
export function laterOf(a: Latest | null, b: Latest | null): Latest | null {
  if (!a || !b) return a ?? b;
  const last = isAfter(a, b) ? a : b;
  const reported = statusIsLater(a, b) ? a : b;
  return { ...last, status: reported.status, statusAt: reported.statusAt, statusSeq: reported.statusSeq };
}

function statusIsLater(a: Latest, b: Latest): boolean {
  if (a.statusAt === null || a.statusSeq === null) return false;
  if (b.statusAt === null || b.statusSeq === null) return true;
  return isAfter({ occurredAt: a.statusAt, seq: a.statusSeq }, { occurredAt: b.statusAt, seq: b.statusSeq });
}
