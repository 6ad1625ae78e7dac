import { z } from "zod";
import { numberOf } from "../../../ground/kernel/money.ts";
import { honouredPart } from "../../../ground/seller-agent/targeting/index.ts";
import { type MediaBuy, MediaBuyStatus, viewOfMediaBuy } from "../../media-buys/index.ts";
import { Status } from "../schema.ts";
import type { Executed } from "./execute-campaign.ts";

const Debug = z.object({
  request: z.object({
    idempotencyKey: z.string().describe("The key by which the seller knows the media buy, whenever it is sent"),
    name: z.string(),
    startTime: z.iso.datetime(),
    endTime: z.iso.datetime(),
    packages: z.array(
      z.object({
        buyerRef: z.string(),
        productId: z.string(),
        pricingOptionId: z.string(),
        budget: z.number(),
        currency: z.string(),
        bidPrice: z.number().nullable(),
      }),
    ),
  }),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  attempts: z.int(),
});

const AboutDrafts = z.object({ mediaBuyIds: z.array(z.string()), hint: z.string() });

/** What a buyer should know although nothing failed. */
const Warning = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("creatives_dropped"),
    mediaBuyId: z.string(),
    dropped: z.array(
      z.object({
        creativeId: z.string(),
        formatId: z.string().describe("The id or the kind of its format; empty if the format is not the reason"),
        reason: z.string(),
      }),
    ),
  }),
  AboutDrafts.extend({ type: z.literal("stale_draft") }),
]);

/** The like, of kinds that the published API has no warning for; its clients read `warnings` by their type. */
const Notice = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("targeting_untold"),
    mediaBuyId: z.string(),
    targeting: z.array(z.string()).describe("As AdCP names them: geo_metros, frequency_cap, …"),
    hint: z.string(),
  }),
  AboutDrafts.extend({ type: z.literal("being_sent") }),
]);

const ResultView = z.object({
  mediaBuyId: z.string(),
  name: z.string(),
  salesAgentId: z.string(),
  status: MediaBuyStatus,
  outcome: z
    .enum(["running", "scheduled", "waiting", "being_sent", "failed"])
    .describe("waiting: not booked yet, or booked and incomplete; `reason` says who has to act"),
  waitingOn: z.enum(["buyer", "seller", "platform"]).nullable(),
  reason: z.string().nullable().describe("Null if it is running"),
  nextStep: z.string().nullable(),
});

type Result = z.input<typeof ResultView>;

/** Buyer contract e.13: 200 even if nothing reached a seller, which `success` and `errors` show. */
export const ExecutionView = z
  .object({
    campaignId: z.string(),
    previousStatus: Status,
    newStatus: Status,
    success: z.boolean().describe("False if any media buy failed; one that waits has not failed: see mediaBuyResults"),
    mediaBuysExecuted: z.int().describe("How many are with their sellers, including those waiting there"),
    mediaBuyResults: z.array(ResultView).describe("Every media buy that was sent now, and its status"),
    runningCount: z.int().describe("Booked: they run, or will run when their flights begin"),
    waitingCount: z.int(),
    failedCount: z.int(),
    reason: z.enum(["no_media_buys_to_execute"]).optional(),
    errors: z
      .array(
        z.object({ mediaBuyId: z.string(), salesAgentId: z.string(), message: z.string(), debug: Debug.optional() }),
      )
      .optional(),
    warnings: z.array(Warning).optional(),
    notices: z.array(Notice).optional().describe("What else a buyer should know, even if nothing failed"),
  })
  .meta({ id: "CampaignExecution" });

export function viewOfExecution(done: Executed, debug: boolean, now: Date): z.input<typeof ExecutionView> {
  const { campaignId, previousStatus, newStatus, mediaBuyIds, executed, failed, underWay } = done;
  const [warnings, notices] = [warningsOf(done), noticesOf(done)];
  const mediaBuyResults = [
    ...executed.map((buy) => resultOf(buy, now)),
    ...underWay.map((buy) => ({ ...resultOf(buy, now), outcome: "being_sent" as const })),
    ...failed.map((buy) => ({ ...resultOf(buy, now), outcome: "failed" as const })),
  ];
  const count = (...outcomes: Result["outcome"][]) =>
    mediaBuyResults.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    campaignId,
    previousStatus,
    newStatus,
    success: failed.length === 0,
    mediaBuysExecuted: executed.length,
    mediaBuyResults,
    runningCount: count("running", "scheduled"),
    waitingCount: count("waiting", "being_sent"),
    failedCount: failed.length,
    ...(mediaBuyIds.length === 0 && { reason: "no_media_buys_to_execute" as const }),
    ...(failed.length > 0 && { errors: failed.map((buy) => failureOf(buy, debug)) }),
    ...(warnings.length > 0 && { warnings }),
    ...(notices.length > 0 && { notices }),
  };
}

/** A buy for which nobody has to do anything runs, or will. */
function resultOf(buy: MediaBuy, now: Date): Result {
  const { mediaBuyId, name, salesAgentId, status, why } = viewOfMediaBuy(buy, now);
  const { waitingOn = null, reason = null, nextStep = null } = why ?? {};
  const outcome = why === null ? "running" : waitingOn === null ? "scheduled" : "waiting";
  return { mediaBuyId, name, salesAgentId, status, outcome, waitingOn, reason, nextStep };
}

function warningsOf({ staleDraftIds, executed, dropped }: Executed): z.input<typeof Warning>[] {
  const warnings: z.input<typeof Warning>[] = [];
  for (const buy of executed) {
    const left = [...dropped, ...refusedBy(buy)];
    if (left.length > 0) warnings.push({ type: "creatives_dropped", mediaBuyId: buy.mediaBuyId, dropped: left });
  }
  if (staleDraftIds.length > 0) {
    const hint =
      "products of these drafts were selected again on other terms, which were not applied: the drafts are sent as they " +
      "are; change the products through the campaign's mediaBuys, or delete the draft and execute again";
    warnings.push({ type: "stale_draft", mediaBuyIds: [...staleDraftIds], hint });
  }
  return warnings;
}

function noticesOf({ underWay, executed }: Executed): z.input<typeof Notice>[] {
  const unsent = executed.flatMap(unsentOf);
  if (underWay.length === 0) return unsent;
  const mediaBuyIds = underWay.map(({ mediaBuyId }) => mediaBuyId);
  const hint = "another request to execute is sending these now: read the campaign again in a moment";
  return [...unsent, { type: "being_sent", mediaBuyIds, hint }];
}

function unsentOf({ mediaBuyId, salesAgentName, targeting, honoured }: MediaBuy): z.input<typeof Notice>[] {
  const sent = honouredPart(targeting, honoured ?? []);
  const unsent = Object.keys(targeting).filter((name) => !(name in sent));
  if (unsent.length === 0) return [];
  const hint = `${salesAgentName} does not support this targeting and did not receive it: the buy may run beyond what the campaign asks for`;
  return [{ type: "targeting_untold", mediaBuyId, targeting: unsent, hint }];
}

/** What a seller would not show, although a product accepts its format. */
function refusedBy({ creatives }: MediaBuy) {
  const refused = creatives?.outcomes.filter(({ outcome }) => outcome === "failed") ?? [];
  return refused.map(({ creativeId, message }) => {
    return { creativeId, formatId: "", reason: message ?? "its seller did not accept it" };
  });
}

function failureOf(buy: MediaBuy, debug: boolean) {
  const message = buy.error?.message ?? "it could not be sent now, and is sent again automatically";
  const { mediaBuyId, salesAgentId } = buy;
  return { mediaBuyId, salesAgentId, message, ...(debug && { debug: debugOf(buy) }) };
}

function debugOf({ executionKey, name, flight, packages, error, attempts }: MediaBuy): z.input<typeof Debug> {
  return {
    request: {
      idempotencyKey: executionKey,
      name,
      startTime: flight.start.toISOString(),
      endTime: flight.end.toISOString(),
      packages: packages.map(({ packageId, productId, pricingOptionId, budget, currency, bidPrice }) => ({
        buyerRef: packageId,
        productId,
        pricingOptionId,
        budget: numberOf(budget),
        currency,
        bidPrice: bidPrice === null ? null : numberOf(bidPrice),
      })),
    },
    error,
    attempts,
  };
}
