import type { Running } from "./meter.ts";
import type { Shelf, StoredEntity } from "./shelf.ts";
import type { Stage } from "./stage.ts";

/** How a provider's tree runs: which kinds of entity it has, and how a line's flight and price are determined. */
export interface LineRules {
  readonly line: string;
  readonly ad: string;
  /** The id that is reviewed for an ad: its own, or that of its creative. */
  reviewedId(ad: StoredEntity): string;
  place(line: StoredEntity): { readonly zone: string; readonly currency: string; readonly mayRun: boolean };
  flight(line: StoredEntity): {
    readonly from: Date;
    readonly until: Date | null;
    readonly dailyMicros: bigint;
    readonly cpmMicros: bigint;
  };
}

interface Payer {
  readonly id: string;
  readonly currency: string;
  readonly mayRun: boolean;
  /** The time zone of its days; UTC by default. */
  readonly zone?: string;
}

/** A line takes its time zone and currency from the account that pays for it. A line without an account does not run. */
export function placesOf(accounts: readonly Payer[]): LineRules["place"] {
  return (line) => {
    const account = accounts.find(({ id }) => id === line.account);
    return { zone: account?.zone ?? "UTC", currency: account?.currency ?? "USD", mayRun: account?.mayRun ?? false };
  };
}

/** The same for providers whose days are in UTC for every account, whatever its time zone. */
export function placesInUtc(accounts: readonly Payer[]): LineRules["place"] {
  return placesOf(accounts.map(({ id, currency, mayRun }) => ({ id, currency, mayRun })));
}

/** Recomputes every line; must be called after every change. */
export function computeLines(stage: Stage, shelf: Shelf, rules: LineRules): void {
  const now = stage.now();
  for (const line of shelf.all(rules.line)) {
    const place = rules.place(line);
    stage.meter.set(line.id, place, place.mayRun ? runningOf(stage, shelf, rules, line) : null, now);
  }
}

function runningOf(stage: Stage, shelf: Shelf, rules: LineRules, line: StoredEntity): Running | null {
  if (!isOn(shelf, line)) return null;
  const approvals = shelf
    .under(rules.ad, line.id)
    .filter(({ enabled }) => enabled)
    .flatMap((ad) => stage.review.approval(rules.reviewedId(ad)) ?? []);
  if (approvals.length === 0) return null;
  const flight = rules.flight(line);
  const approvedFrom = Math.min(...approvals.map(({ from }) => from.getTime()));
  const heldFrom = approvals.some(({ until }) => until === null)
    ? Number.POSITIVE_INFINITY
    : Math.max(...approvals.map(({ until }) => until?.getTime() ?? 0));
  const until = Math.min(flight.until?.getTime() ?? Number.POSITIVE_INFINITY, heldFrom);
  return {
    ...flight,
    from: new Date(Math.max(flight.from.getTime(), approvedFrom)),
    until: Number.isFinite(until) ? new Date(until) : null,
  };
}

/** Whether the line and everything above it are enabled. */
function isOn(shelf: Shelf, line: StoredEntity): boolean {
  const parent = line.parent === null ? undefined : shelf.get("campaign", line.parent);
  return line.enabled && !line.removed && (line.parent === null || parent?.enabled === true);
}

/** A lifetime budget divided into equal days. */
export function perDay(lifetimeMicros: bigint, from: Date, until: Date): bigint {
  const days = BigInt(Math.max(1, Math.ceil((until.getTime() - from.getTime()) / 86_400_000)));
  return lifetimeMicros / days;
}
