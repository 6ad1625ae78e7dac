import { z } from "zod";
import { flightInstant } from "../../../ground/kernel/inputs/flight.ts";
import { amountInput, moneyInput } from "../../../ground/kernel/inputs/money-input.ts";
import type { ToolAuditNote } from "../../../ground/kernel/tools/agent-tool.ts";
import type { MediaBuyChange, MediaBuyOutcome, PackageChange, SellerCall } from "../../../ground/seller-agent/index.ts";
import { type NaturalKey, type Purchase, readPurchases, storeContexts } from "../../../supply/callers/index.ts";
import { isOver } from "../../../supply/callers/rehearsals/index.ts";
import { acceptedOnce } from "../../../supply/callers/repeats/index.ts";
import { hasChanged } from "../../../supply/orders/repeats/index.ts";
import { ChangeAnswer } from "../answers/media-buys.ts";
import { checkCallback, enqueueCallbacks, PushNotificationConfig } from "../callbacks/requested-callback.ts";
import { checkAccount } from "../callers/check-account.ts";
import { checkChangedBudgets } from "../checks/check-total.ts";
import { NOT_CHANGED, refuseWhatIsNotSold } from "../checks/not-sold.ts";
import { checked } from "../checks/unless-repeated.ts";
import { refused } from "../protocol/failure.ts";
import { checkReports, ReportingWebhook, reportLater } from "../reports/requested-reports.ts";
import { type AdcpRequestContext, sellerCall } from "../request-context.ts";
import { AccountRef, fromAdcpAccount } from "../words/account.ts";
import { isTemplated, refuseActions } from "../words/available-actions.ts";
import { ShownInPackage } from "../words/creative.ts";
import { EchoedObject } from "../words/new-media-buy.ts";
import { fromAdcpTargeting, RequestedTargeting } from "../words/targeting.ts";
import { answerWithCreatives, NOTHING_SHOWN, type RequestedCreatives, readShown } from "./shown-in-packages.ts";
import { buyStatusOf } from "./standings.ts";
import { IdempotencyKey, tool } from "./tool.ts";

const time = flightInstant.optional();
const Stop = {
  paused: z.boolean().optional(),
  canceled: z.literal(true).optional().describe("Permanent"),
  cancellation_reason: z.string().max(500).optional(),
};

const Change = z.object({
  package_id: z.string(),
  budget: amountInput.optional().describe("In the package's currency"),
  bid_price: amountInput.optional(),
  pacing: z.enum(["even", "asap", "front_loaded"]).optional(),
  start_time: time,
  end_time: time,
  ...Stop,
  ...ShownInPackage,
  context: EchoedObject.optional().describe("Replaces the existing value"),
  targeting_overlay: RequestedTargeting,
  ...NOT_CHANGED,
});

const Input = z.object({
  idempotency_key: IdempotencyKey,
  account: AccountRef.optional(),
  media_buy_id: z.string(),
  revision: z
    .int()
    .min(1)
    .optional()
    .describe("The revision that you know: if there is a newer one, the change is refused"),
  start_time: z.union([z.literal("asap"), flightInstant]).optional(),
  end_time: time,
  packages: z.array(Change).min(1).max(200).optional(),
  total_budget: moneyInput.optional().describe("The sum of the packages after the change"),
  push_notification_config: PushNotificationConfig,
  reporting_webhook: ReportingWebhook,
  new_packages: z.array(z.unknown()).optional().describe("Not offered: buy new packages with create_media_buy"),
  ...Stop,
});

type ToolRequest = z.output<typeof Input>;

export const updateMediaBuy = tool({
  name: "update_media_buy",
  decides: true,
  title: "Change a media buy",
  description: "Pauses, resumes or cancels a media buy or single packages, or changes dates, budgets and targeting.",
  input: Input,
  answer: ChangeAnswer,
  refs: {
    "account.account_id": "declaredAccount",
    media_buy_id: "order",
    "packages.package_id": "orderPackage",
    "packages.creative_assignments.creative_id": "libraryCreative",
  },
  audit: { action: "UPDATE", resource: "MEDIA_BUY", note: noteOf },
  async handle(asked, requestContext) {
    const account = await fromAdcpAccount(asked.account, requestContext);
    const call = sellerCall(requestContext, account);
    if (asked.new_packages?.length)
      throw refused("UNSUPPORTED_FEATURE", "new_packages: buy them with create_media_buy", "new_packages");
    refuseWhatIsNotSold(asked.packages ?? []);
    checkCallback(asked.push_notification_config, requestContext);
    checkReports(asked.reporting_webhook, requestContext);
    const change = fromAdcpChange(asked, call.now);
    const check = () => checkNow(asked, account, requestContext, call);
    const { resolved, requestHash } = requestContext;
    const request = { idempotencyKey: asked.idempotency_key, requestHash };
    const accepted = onlyShows(asked, change) ? acceptedOnce(resolved.caller, request, check) : check();
    const checks = await checked(accepted);
    if (checks.kind === "objected" && !(await wasMade(asked, requestContext))) throw checks.objection;
    const shown = checks.kind === "ready" ? checks.value : NOTHING_SHOWN;
    const outcome = await changed(change, asked, requestContext, call);
    if (outcome.kind !== "rejected")
      await storeContexts(requestContext.resolved.caller, asked.media_buy_id, contextsIn(asked));
    const { idempotencyKey } = request;
    const reported = await answerWithCreatives(outcome, { shown, idempotencyKey, requestContext, call });
    await reportLater(reported, asked.reporting_webhook, requestContext);
    if (reported.status !== "completed")
      return enqueueCallbacks(reported, "update_media_buy", asked.push_notification_config, requestContext);
    const { packages, ...body } = reported.body;
    const named = new Set(asked.packages?.map(({ package_id }) => package_id));
    const all = packages as readonly { readonly package_id: string }[];
    const affected = named.size === 0 ? all : all.filter(({ package_id }) => named.has(package_id));
    return { ...reported, body: { ...body, affected_packages: affected } };
  },
});

/** Throws `SellerRefused` if the change may not be made now. Returns the creatives that it assigns. */
async function checkNow(
  asked: ToolRequest,
  account: NaturalKey | undefined,
  requestContext: AdcpRequestContext,
  call: SellerCall,
): Promise<RequestedCreatives> {
  await checkAccount(account, "change", requestContext);
  const which = { mediaBuyIds: [asked.media_buy_id], limit: 1 };
  const [known] = await readPurchases(requestContext.resolved.caller, which);
  if (known) {
    refuseOver(asked, known);
    refuseOutdated(asked, known);
    if (isTemplated(known)) {
      const { status } = await buyStatusOf(known.mediaBuyId, requestContext);
      refuseActions(asked, known, known.rehearsed ?? status);
    }
    checkChangedBudgets(asked, known.packages);
  }
  return readShown(asked.packages ?? [], requestContext, call);
}

function wasMade({ media_buy_id: orderId, idempotency_key }: ToolRequest, { resolved }: AdcpRequestContext) {
  const { side, ...buyer } = resolved.caller;
  return hasChanged(side, buyer, { orderId, idempotencyKey: idempotency_key });
}

function contextsIn({ packages = [] }: ToolRequest) {
  return Object.fromEntries(packages.flatMap(({ package_id, context }) => (context ? [[package_id, context]] : [])));
}

/** The requested changes to the buy itself, and the packages that were named. */
function noteOf({ media_buy_id, paused, canceled, start_time, end_time, packages }: ToolRequest): ToolAuditNote {
  const whole = { paused, canceled, start_time, end_time, packages: packages?.map(({ package_id }) => package_id) };
  const changed = Object.entries(whole).filter(([, to]) => to !== undefined);
  return { resourceId: media_buy_id, changes: Object.fromEntries(changed.map(([name, to]) => [name, { to }])) };
}

/** A request that only concerns creatives does not change the buy itself. */
async function changed(
  change: MediaBuyChange,
  asked: ToolRequest,
  requestContext: AdcpRequestContext,
  call: SellerCall,
): Promise<MediaBuyOutcome> {
  if (!shows(asked)) return requestContext.resolved.agent.updateMediaBuy(change, call);
  const { idempotencyKey, mediaBuyId, revision, packages = [], ...whole } = change;
  if (onlyShows(asked, change)) return { kind: "done", mediaBuy: await buyStatusOf(mediaBuyId, requestContext) };
  const parts = packages.filter(changesSomething);
  const minded = revision === undefined ? {} : { revision };
  const rest = { ...whole, ...minded, idempotencyKey, mediaBuyId, ...(parts.length > 0 && { packages: parts }) };
  return requestContext.resolved.agent.updateMediaBuy(rest, call);
}

function shows({ packages = [] }: ToolRequest): boolean {
  return packages.some(({ creatives, creative_assignments }) => creatives || creative_assignments);
}

/** Whether a request concerns creatives alone. */
function onlyShows(asked: ToolRequest, { packages = [], ...change }: MediaBuyChange): boolean {
  const { idempotencyKey: _, mediaBuyId: __, revision: ___, ...whole } = change;
  return shows(asked) && !packages.some(changesSomething) && Object.keys(whole).length === 0;
}

/** Whatever changes the buy itself is compared again when the change is stored; creatives are not part of it. */
function refuseOutdated({ revision }: ToolRequest, known: Purchase): void {
  if (revision === undefined || revision === known.revision) return;
  const message = `revision: it is at ${known.revision} by now: read it with get_media_buys and ask again`;
  throw refused("CONFLICT", message, "revision", "transient");
}

/** In a trial, states that the caller has set only exist here: the sources do not know of them. */
function refuseOver({ canceled }: ToolRequest, { rehearsed }: Purchase): void {
  if (!rehearsed || !isOver(rehearsed)) return;
  const message = `media_buy_id: you have set this media buy to be ${rehearsed}: buy another`;
  throw refused(canceled ? "NOT_CANCELLABLE" : "INVALID_STATE", message, "media_buy_id");
}

/** The inverse of the seller-agent port's `toAdcpMediaBuyChange`. */
function fromAdcpChange(asked: ToolRequest, now: Date): MediaBuyChange {
  const { idempotency_key, media_buy_id, revision, start_time, packages } = asked;
  return {
    idempotencyKey: idempotency_key,
    mediaBuyId: media_buy_id,
    ...(revision !== undefined && { revision }),
    ...fromAdcpStop(asked),
    ...(start_time !== undefined && { startTime: start_time === "asap" ? now : start_time }),
    ...(start_time === "asap" && { startsAtOnce: true }),
    ...(asked.end_time !== undefined && { endTime: asked.end_time }),
    ...(packages && { packages: packages.map(fromAdcpPackageChange) }),
  };
}

function fromAdcpPackageChange(part: z.output<typeof Change>, position: number): PackageChange {
  const { package_id, budget, bid_price, pacing, start_time, end_time, targeting_overlay: overlay } = part;
  return {
    packageId: package_id,
    ...(budget !== undefined && { budget }),
    ...(bid_price !== undefined && { bidPrice: bid_price }),
    ...(pacing && { pacing }),
    ...(start_time !== undefined && { startTime: start_time }),
    ...(end_time !== undefined && { endTime: end_time }),
    ...(overlay && { targeting: fromAdcpTargeting(overlay, `packages[${position}].targeting_overlay`) }),
    ...fromAdcpStop(part),
  };
}

/** Not the case for a package that is only named for its creatives. */
function changesSomething(part: PackageChange): boolean {
  return Object.keys(part).length > 1;
}

type Stop = Pick<ToolRequest, "paused" | "canceled" | "cancellation_reason">;

function fromAdcpStop({ paused, canceled, cancellation_reason }: Stop) {
  return {
    ...(paused !== undefined && { paused }),
    ...(canceled && { canceled }),
    ...(cancellation_reason !== undefined && { cancellationReason: cancellation_reason }),
  };
}
