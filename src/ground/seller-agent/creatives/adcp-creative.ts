import { z } from "zod";
import { readEach, taskStateOf } from "../adcp.ts";
import type { Payload, Reply } from "../external/wire/connection.ts";
import type { CreativeOutcome, CreativesToSync, SellerCreative } from "./creative.ts";

const LONGEST_MESSAGE = 500;

const reported = z.string().nullish().catch(null);

/** AdCP 3.1, sync-creatives-response: the result for one creative. */
const SyncedCreative = z.looseObject({
  creative_id: z.string(),
  action: z.enum(["created", "updated", "unchanged", "failed", "deleted"]).catch("updated"),
  status: z
    .enum(["processing", "pending_review", "approved", "suspended", "rejected", "archived"])
    .nullish()
    .catch(null),
  errors: z
    .array(z.looseObject({ code: reported, message: reported }))
    .nullish()
    .catch(null),
  assignment_errors: z.record(z.string(), z.string()).nullish().catch(null),
});

/** The body of `sync_creatives` without its account. It is lenient, because one bad creative must not prevent the others from being accepted. */
export function toAdcpCreatives({ idempotencyKey, creatives, packages }: CreativesToSync): Payload {
  const assignments = packages.flatMap(({ packageId, creativeIds }) =>
    creativeIds.map((creativeId) => ({ creative_id: creativeId, package_id: packageId })),
  );
  return {
    idempotency_key: idempotencyKey,
    creatives: creatives.map(toAdcpCreative),
    ...(assignments.length > 0 && { assignments }),
    validation_mode: "lenient",
  };
}

/** AdCP 3.1, core/creative-asset. */
export function toAdcpCreative({ creativeId, name, manifest }: SellerCreative): Payload {
  return { creative_id: creativeId, name, ...manifest };
}

/** In the order of the request. A creative that is missing from the seller's answer was not accepted. */
export function fromAdcpCreatives(list: unknown, { creatives }: CreativesToSync): CreativeOutcome[] {
  const said = new Map(readEach(SyncedCreative, list, "creative_id").read.map((one) => [one.creative_id, one]));
  return creatives.map(({ creativeId }) => outcomeOf(creativeId, said.get(creativeId)));
}

/** The outcomes if the seller is processing all of them as one task; undefined if it has answered already. */
export function creativesUnderWay(reply: Reply, { creatives }: CreativesToSync): CreativeOutcome[] | undefined {
  const state = taskStateOf(reply);
  if (state !== "submitted" && state !== "working") return undefined;
  return creatives.map(({ creativeId }) => {
    return { creativeId, outcome: "updated", approval: "processing", message: null };
  });
}

function outcomeOf(creativeId: string, said: z.infer<typeof SyncedCreative> | undefined): CreativeOutcome {
  if (!said) return failed(creativeId, "the seller said nothing about it");
  const { action, status = null } = said;
  if (action === "failed" || action === "deleted") {
    const reasons = (said.errors ?? []).flatMap(({ code, message }) => message ?? code ?? []);
    return failed(creativeId, reasons.join("; ") || "the seller did not take it, and did not say why");
  }
  const unassigned = Object.values(said.assignment_errors ?? {}).join("; ");
  if (unassigned) return failed(creativeId, unassigned);
  return { creativeId, outcome: action, approval: status, message: null };
}

function failed(creativeId: string, message: string): CreativeOutcome {
  return { creativeId, outcome: "failed", approval: null, message: message.slice(0, LONGEST_MESSAGE) };
}
