import { newId } from "../../../ground/kernel/ids.ts";
import { refusal, rejected } from "../../../ground/seller-agent/implementing/refusal.ts";
import type { MediaBuyOutcome, NewMediaBuy, SellerError } from "../../../ground/seller-agent/index.ts";
import type { Plan } from "../contract/plan.ts";
import { runInPerson } from "../jobs/run-in-person.ts";
import { enqueueJob } from "../jobs/run-job.ts";
import type { ProviderBuy } from "./buy.ts";
import { checkFlight, checkPlan, isPlanned, planPackage } from "./check-buy.ts";
import { digestOf } from "./digest.ts";
import { outcomeOfBuy } from "./read-outcome.ts";
import { openSeatFor, type Seat, type SeatAccount } from "./seat.ts";
import { refusedTrial, type Shop, seatOf } from "./shop.ts";
import { claimKey, findRequest, insertBuy, listBuys } from "./store.ts";
import { toSellerError } from "./to-seller-error.ts";

/** Accepts a new buy, once for its key, and creates it at the platform: either all of it or nothing. */
export async function placeBuy(shop: Shop, request: NewMediaBuy): Promise<MediaBuyOutcome> {
  const { idempotencyKey } = request;
  const digest = digestOf(request);
  const known = await shop.read(({ db }) => findRequest(db, shop.source, idempotencyKey));
  if (!known) {
    const refused = await acceptBuy(shop, request, digest);
    if (refused) return rejected(...refused);
  }
  const kept = known ?? (await shop.read(({ db }) => findRequest(db, shop.source, idempotencyKey)));
  if (!kept || kept.digest !== digest || kept.mediaBuyId === null)
    return rejected(refusal("IDEMPOTENCY_CONFLICT", "the key was used for another request", "idempotency_key"));
  const { customerId } = shop.source;
  if (kept.jobId) await runInPerson(shop.out, { customerId, jobId: kept.jobId }, shop.until);
  return outcomeOfBuy(shop, kept.mediaBuyId, kept.jobId);
}

/** Checks the buy, and stores it with the job that creates it; returns the objections. */
async function acceptBuy(
  shop: Shop,
  request: NewMediaBuy,
  digest: string,
): Promise<readonly SellerError[] | undefined> {
  const trial = refusedTrial(shop);
  if (trial) return [trial];
  const errors = checkFlight(request, shop.now);
  const seat = await seatOf(shop);
  const account = openSeatFor(shop, seat);
  if (!("account" in account)) return [...errors, account];
  if (!seat) return errors;
  const planned = await plan(shop, request, account);
  if (errors.length > 0 || !("packages" in planned)) return [...errors, ...("packages" in planned ? [] : planned)];
  await shop.write(async (ctx) => {
    const { customerId, inventorySourceId } = shop.source;
    const [taken] = await listBuys(ctx.db, shop.source, [request.buyerRef]);
    const isFree = !taken && request.buyerRef !== "";
    const mediaBuyId = isFree ? request.buyerRef : newId("mediaBuy", ctx.random);
    const jobId = newId("task", ctx.random);
    const kept = { digest, mediaBuyId, jobId };
    if (!(await claimKey(ctx.db, shop.source, request.idempotencyKey, kept, ctx.now))) return;
    const whole = { ...planned, mediaBuyId };
    await insertBuy(ctx.db, buyOf(shop, { request, seat, account, plan: whole }), ctx.now);
    const about = { packageId: null, creativeId: null };
    const input = { plan: whole, facts: account.facts };
    await enqueueJob(ctx, { customerId, jobId, inventorySourceId, mediaBuyId, kind: "create", ...about, input });
  });
  return undefined;
}

async function plan(
  shop: Shop,
  request: NewMediaBuy,
  seat: SeatAccount,
): Promise<Omit<Plan, "mediaBuyId"> | readonly SellerError[]> {
  const { adapter, out } = shop;
  const checked = { adapter, seat, flight: request.flight };
  const parts = request.packages.map((part, at) =>
    planPackage(part, newId("package", out.random), checked, `packages[${at}]`),
  );
  const errors = parts.flatMap((one) => (isPlanned(one) ? [] : one));
  if (errors.length > 0) return errors;
  const whole = {
    mediaBuyId: request.buyerRef,
    name: request.name,
    start: request.flight.start.toISOString(),
    end: request.flight.end.toISOString(),
    paused: request.paused === true,
    packages: parts.filter(isPlanned),
  };
  const said = checkPlan(whole, adapter, seat);
  return said && !said.ok ? [toSellerError(said.error, adapter.describe.displayName)] : whole;
}

interface Draft {
  readonly request: NewMediaBuy;
  readonly seat: Seat;
  readonly account: SeatAccount;
  readonly plan: Plan;
}

function buyOf({ source, adapter }: Shop, { request, seat, account, plan: whole }: Draft): ProviderBuy {
  return {
    customerId: source.customerId,
    inventorySourceId: source.inventorySourceId,
    mediaBuyId: whole.mediaBuyId,
    connectionCustomer: seat.connection.customerId,
    connectionId: seat.connection.connectionId,
    accountId: account.accountId,
    currency: account.account.currency,
    timeZone: adapter.describe.dayBorder === "utc" ? "UTC" : account.account.timeZone,
    status: "OPENING",
    reason: null,
    plan: whole,
    mirror: null,
    terms: whole.packages.map(({ packageId }, at) => ({
      packageId,
      buyerRef: request.packages[at]?.buyerRef ?? "",
      productId: request.packages[at]?.productId ?? "",
      pricingOptionId: request.packages[at]?.pricingOptionId ?? "",
    })),
    reportedAt: null,
    finalizedThrough: null,
    readAt: null,
  };
}
