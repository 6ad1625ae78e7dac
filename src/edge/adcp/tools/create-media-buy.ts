import { z } from "zod";
import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import { complaintOfFlight, flightInstant } from "../../../ground/kernel/inputs/flight.ts";
import { moneyInput } from "../../../ground/kernel/inputs/money-input.ts";
import type { Money } from "../../../ground/kernel/money.ts";
import type {
  Echo,
  MediaBuyOutcome,
  NewMediaBuy,
  NewPackage,
  Product,
  SellerCall,
} from "../../../ground/seller-agent/index.ts";
import type { NaturalKey } from "../../../supply/callers/index.ts";
import { consumeRehearsal } from "../../../supply/callers/rehearsals/index.ts";
import { fromProposal } from "../../../supply/composition/index.ts";
import { mayTake, packagesOf as packagesHeld, readHold } from "../../../supply/orders/holds/index.ts";
import { resumeOrder } from "../../../supply/orders/repeats/index.ts";
import { MediaBuyAnswer } from "../answers/media-buys.ts";
import { checkCallback, enqueueCallbacks, PushNotificationConfig } from "../callbacks/requested-callback.ts";
import { checkAccount } from "../callers/check-account.ts";
import { checkTotal } from "../checks/check-total.ts";
import { refuseWhatIsNotSold } from "../checks/not-sold.ts";
import { checked } from "../checks/unless-repeated.ts";
import type { ToolAnswer } from "../protocol/envelope.ts";
import { refused } from "../protocol/failure.ts";
import { checkReports, ReportingWebhook, reportLater } from "../reports/requested-reports.ts";
import { type AdcpRequestContext, sellerCall } from "../request-context.ts";
import { AccountRef, Brand, fromAdcpAccount } from "../words/account.ts";
import { allowedIn } from "../words/available-actions.ts";
import { AdcpPackage, EchoedObject, fromAdcpPackage } from "../words/new-media-buy.ts";
import { productsForSale } from "./get-products.ts";
import { answerOfRehearsal } from "./outcome.ts";
import {
  answerWithCreatives,
  NOTHING_SHOWN,
  type RequestedCreatives,
  readShown,
  withCreatives,
} from "./shown-in-packages.ts";
import { IdempotencyKey, tool } from "./tool.ts";

const IoAcceptance = z.object({
  io_id: z.string().max(255),
  accepted_at: z.iso.datetime({ offset: true }),
  signatory: z.string().min(1).max(250),
  signature_id: z.string().max(255).optional(),
});

const Input = z.object({
  idempotency_key: IdempotencyKey,
  account: AccountRef,
  brand: Brand,
  start_time: z.union([z.literal("asap"), flightInstant]),
  end_time: flightInstant,
  packages: z.array(AdcpPackage).min(1).max(200).optional(),
  proposal_id: z.string().optional().describe("Instead of packages, with total_budget"),
  total_budget: moneyInput.optional().describe("With packages, their sum in their currency"),
  io_acceptance: IoAcceptance.optional().describe("Of a finalised proposal's insertion order: stored with the order"),
  push_notification_config: PushNotificationConfig,
  po_number: z
    .string()
    .max(200)
    .optional()
    .describe("Your own order number: stored with the order and returned with it"),
  agency_estimate_number: z.string().max(200).optional().describe("Stored with the order and returned with it"),
  advertiser_industry: z.string().max(200).optional(),
  plan_id: z.string().max(255).optional().describe("Stored with the order and returned with it"),
  invoice_recipient: EchoedObject.optional().describe(
    "Stored with the order, without its bank details, and returned with it",
  ),
  reporting_webhook: ReportingWebhook,
  paused: z.boolean().optional().describe("Nothing is delivered until the media buy is resumed"),
  context: EchoedObject.optional(),
  ext: EchoedObject.optional(),
});

type ToolRequest = z.output<typeof Input>;

/** How far in the past the requested start may be when the request arrives. */
const LATE_MS = 5 * MINUTE_MS;

export const createMediaBuy = tool({
  name: "create_media_buy",
  decides: true,
  title: "Buy",
  description:
    "Buys the products named in packages, or a proposal with a total budget. Prices are those of the pricing " +
    "options. If a seller has to decide, the answer is a task: poll tasks_get until it is finished.",
  input: Input,
  answer: MediaBuyAnswer,
  refs: { "account.account_id": "declaredAccount", "packages.creative_assignments.creative_id": "libraryCreative" },
  audit: {
    action: "CREATE",
    resource: "MEDIA_BUY",
    // A submitted buy is recorded under its future id.
    note: (_, { media_buy_id, task_id = null }) => ({ resourceId: String(media_buy_id ?? task_id) }),
  },
  async handle(asked, requestContext) {
    checkCallback(asked.push_notification_config, requestContext);
    checkReports(asked.reporting_webhook, requestContext);
    const account = await fromAdcpAccount(asked.account, requestContext);
    const call = sellerCall(requestContext, account);
    const checks = await checked(newOrder(asked, account, requestContext, call));
    const order =
      checks.kind === "ready" ? checks.value : await boughtBefore(asked, checks.objection, requestContext, call);
    if (order.kind === "rehearsed")
      return enqueueCallbacks(order.answer, "create_media_buy", asked.push_notification_config, requestContext);
    const { shown } = order;
    const outcome =
      order.kind === "bought" ? order.outcome : await requestContext.resolved.agent.createMediaBuy(order.request, call);
    const idempotencyKey = asked.idempotency_key;
    const reported = await answerWithCreatives(outcome, { shown, idempotencyKey, requestContext, call });
    await reportLater(reported, asked.reporting_webhook, requestContext);
    return enqueueCallbacks(reported, "create_media_buy", asked.push_notification_config, requestContext);
  },
});

type NewOrder =
  | { readonly kind: "rehearsed"; readonly answer: ToolAnswer }
  | { readonly kind: "new"; readonly request: NewMediaBuy; readonly shown: RequestedCreatives };

/** What came of an earlier attempt of the request. */
interface BoughtBefore {
  readonly kind: "bought";
  readonly outcome: MediaBuyOutcome;
  readonly shown: RequestedCreatives;
}

/** The request in the form of the seller-agent port. Throws `SellerRefused` if it may not be made now. */
async function newOrder(
  asked: ToolRequest,
  account: NaturalKey | undefined,
  requestContext: AdcpRequestContext,
  call: SellerCall,
): Promise<NewOrder> {
  await checkAccount(account, "buy", requestContext);
  const products = asked.packages ? await productsForSale(requestContext, call) : [];
  refuseWhatIsNotSold(asked.packages ?? [], products);
  const rehearsed = call.buyer.sandbox
    ? await consumeRehearsal(requestContext.resolved.caller, { taskType: "create_media_buy", account: account ?? null })
    : undefined;
  if (rehearsed) return { kind: "rehearsed", answer: answerOfRehearsal(rehearsed) };
  const flight = flightOf(asked, call.now);
  const shown = await readShown(asked.packages ?? [], requestContext, call);
  const sold = await packagesOf(asked, products, requestContext, call);
  refuseOtherOrder(asked, sold);
  const { requestHash } = requestContext;
  const request = {
    idempotencyKey: asked.idempotency_key,
    ...(requestHash !== undefined && { requestHash }),
    buyerRef: asked.po_number ?? asked.idempotency_key,
    name: asked.po_number ?? `${asked.brand.domain}, from ${flight.start.toISOString().slice(0, 10)}`,
    flight,
    ...(asked.start_time === "asap" && { startsAtOnce: true as const }),
    packages: withCreatives(sold.packages, shown),
    ...(sold.holdId !== undefined && { holdId: sold.holdId }),
    ...(asked.paused && { paused: true as const }),
    echo: echoOf(asked),
  };
  return { kind: "new", request, shown };
}

/** What an earlier attempt of the request has bought. Throws the objection to the request if there is nothing. */
async function boughtBefore(
  { idempotency_key: idempotencyKey, packages = [] }: ToolRequest,
  objection: unknown,
  requestContext: AdcpRequestContext,
  call: SellerCall,
): Promise<BoughtBefore> {
  const { side, ...buyer } = requestContext.resolved.caller;
  const { requestHash = "" } = requestContext;
  const outcome = await resumeOrder(side, { ...buyer, idempotencyKey, requestHash }, call);
  if (!outcome) throw objection;
  // If its creatives cannot be shown any more, the buy says what it is waiting for.
  const shown = await checked(readShown(packages, requestContext, call));
  return { kind: "bought", outcome, shown: shown.kind === "ready" ? shown.value : NOTHING_SHOWN };
}

/** Returned with the buy wherever it is listed, and shown to the seller. */
function echoOf(asked: ToolRequest): Echo {
  const { context, ext, po_number, agency_estimate_number, advertiser_industry, plan_id } = asked;
  const { bank: _, ...invoice } = asked.invoice_recipient ?? {};
  const invoice_recipient = asked.invoice_recipient && invoice;
  const { io_acceptance } = asked;
  const billed = { po_number, agency_estimate_number, advertiser_industry, plan_id, invoice_recipient };
  const said = { context, ext, ...billed, io_acceptance };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function flightOf({ start_time, end_time }: ToolRequest, now: Date) {
  const flight = { start: start_time === "asap" ? now : start_time, end: end_time };
  const { start } = flight;
  const complaint = complaintOfFlight(flight);
  if (complaint) throw refused("INVALID_REQUEST", `end_time: ${complaint}: give another end`, "end_time");
  if (start < after(now, -LATE_MS))
    throw refused("INVALID_REQUEST", 'start_time: it has passed: give a later one, or "asap"', "start_time");
  return flight;
}

interface Sold {
  readonly packages: readonly NewPackage[];
  /** The inventory hold for these packages. */
  readonly holdId?: string;
}

async function packagesOf(
  asked: ToolRequest,
  products: readonly Product[],
  requestContext: AdcpRequestContext,
  call: SellerCall,
): Promise<Sold> {
  const { packages, proposal_id, total_budget, idempotency_key: key } = asked;
  if (packages) {
    const parts = packages.map((part, position) => fromAdcpPackage(part, position, products, total_budget));
    checkTotal(total_budget, parts);
    return { packages: parts.map((part) => withAllowed(part, products)) };
  }
  if (proposal_id === undefined)
    throw refused("INVALID_REQUEST", "packages: say what to buy, or send a proposal_id", "packages");
  if (!total_budget)
    throw refused("INVALID_REQUEST", "total_budget: say for how much to buy the proposal", "total_budget");
  return proposed({ proposalId: proposal_id, budget: total_budget, key }, requestContext, call);
}

/** An insertion order belongs to a finalised proposal, and is accepted by buying that proposal. */
function refuseOtherOrder({ io_acceptance: accepted }: ToolRequest, { holdId }: Sold): void {
  if (!accepted || accepted.io_id === holdId) return;
  const message =
    "io_acceptance.io_id: it is not the insertion order of this proposal: finalise the proposal to get one";
  throw refused("REFERENCE_NOT_FOUND", message, "io_acceptance.io_id");
}

interface ProposalRequest {
  readonly proposalId: string;
  readonly budget: Money;
  /** The idempotency key of the buy. */
  readonly key: string;
}

/**
 * A finalised proposal is bought as it is held. For any other proposal the seller is asked again, because it is valid only as long as the
 * seller says so, and nothing must be bought on outdated terms.
 */
async function proposed(
  { proposalId, budget, key }: ProposalRequest,
  { resolved }: AdcpRequestContext,
  call: SellerCall,
): Promise<Sold> {
  const hold = await readHold(resolved.caller.side, resolved.caller, proposalId, call);
  if (hold && mayTake(hold, key, call.now)) return { packages: packagesHeld(hold, budget), holdId: hold.holdId };
  if (hold?.status === "held") {
    const message = `proposal_id: what was held for ${proposalId} expired ${hold.expiresAt.toISOString()}: finalise it again`;
    throw refused("PROPOSAL_EXPIRED", message, "proposal_id");
  }
  const refine = [{ scope: "proposal", proposalId, action: "include" }] as const;
  const { proposals, products } = await resolved.agent.getProducts({ refine, budget }, { ...call, lookUp: true });
  const proposal = proposals.find((one) => one.proposalId === proposalId);
  if (proposal?.status === "draft") {
    const message = `proposal_id: ${proposalId} is a draft: finalise it first, with get_products in mode refine`;
    throw refused("PROPOSAL_NOT_COMMITTED", message, "proposal_id");
  }
  if (proposal) return { packages: fromProposal(proposal, budget, products) };
  const message = `proposal_id: there is no proposal ${proposalId} for this budget: ask get_products for one`;
  throw refused("PROPOSAL_NOT_FOUND", message, "proposal_id");
}

/** The actions that a product allows for a package are fixed at the time of purchase. */
function withAllowed(part: NewPackage, products: readonly Product[]): NewPackage {
  const allowed = allowedIn(part.productId, products);
  return allowed ? { ...part, echo: { ...part.echo, allowed } } : part;
}
