import { z } from "zod";
import {
  type SellerCall,
  type SellerCreative,
  type SellerError,
  SellerRefused,
} from "../../../ground/seller-agent/index.ts";
import { acceptedOnce } from "../../../supply/callers/repeats/index.ts";
import { type LibrarySync, type Synced, syncLibrary } from "../../../supply/creatives/index.ts";
import { SyncedAnswer } from "../answers/creatives.ts";
import { flawOfOrigin, flawsOfForm, readShelf, type Shelf } from "../checks/check-creatives.ts";
import { refused, toAdcpError } from "../protocol/failure.ts";
import { type AdcpRequestContext, sellerCall } from "../request-context.ts";
import { AccountRef, fromAdcpAccount } from "../words/account.ts";
import { AdcpCreative, AssignmentPlace, CreativeId, fromAdcpCreative, isWrong, notPlaced } from "../words/creative.ts";
import { noteOfRows } from "./audited.ts";
import { completed, IdempotencyKey, tool } from "./tool.ts";

const Input = z.object({
  idempotency_key: IdempotencyKey,
  account: AccountRef,
  creatives: z.array(AdcpCreative).min(1).max(100),
  creative_ids: z.array(CreativeId).min(1).max(100).optional().describe("Only these of the creatives"),
  assignments: z
    .array(z.object({ creative_id: CreativeId, package_id: z.string().min(1).max(200), ...AssignmentPlace }))
    .min(1)
    .max(1_000)
    .optional()
    .describe("Assigns creatives to your packages; existing assignments stay"),
  delete_missing: z
    .boolean()
    .default(false)
    .describe("Archives all other creatives of the account, and removes them from packages"),
  dry_run: z.boolean().default(false),
  validation_mode: z
    .enum(["strict", "lenient"])
    .default("strict")
    .describe("strict: a single error stops everything; lenient: valid creatives are processed"),
});

type ToolRequest = z.output<typeof Input>;
type SyncedCreativeResult = z.output<typeof SyncedAnswer>["creatives"][number];

export const syncCreatives = tool({
  name: "sync_creatives",
  title: "Send creatives",
  description:
    "Adds creatives to your library here under your own ids, and assigns them to packages. Sending the same " +
    "creative again leaves it unchanged. If the storefront reviews creatives, they are pending_review until it " +
    "decides; see list_creatives.",
  input: Input,
  answer: SyncedAnswer,
  refs: {
    "account.account_id": "declaredAccount",
    "assignments.package_id": "orderPackage",
    "assignments.creative_id": "libraryCreative",
  },
  isTrial: ({ dry_run }) => dry_run,
  audit: {
    action: "UPDATE",
    resource: "CREATIVE",
    note: (_, { creatives }) =>
      noteOfRows(creatives as readonly SyncedCreativeResult[], ({ creative_id }) => creative_id),
  },
  async handle(asked, requestContext) {
    if (asked.delete_missing && asked.creative_ids)
      throw refused(
        "INVALID_REQUEST",
        "delete_missing: it applies to all your creatives: leave creative_ids out",
        "delete_missing",
      );
    const call = sellerCall(requestContext, await fromAdcpAccount(asked.account, requestContext));
    const { dry_run: dryRun, delete_missing: replacesAll } = asked;
    const strict = asked.validation_mode === "strict";
    const { assignments, unplaced } = assignedIn(asked);
    const check = async () => {
      const read = readIn(asked, await readShelf(requestContext, call));
      const errors = [...read.failed.map(({ error }) => error), ...unplaced];
      if (strict && errors.length > 0) throw new SellerRefused("the storefront", errors);
      return read;
    };
    const { resolved, requestHash } = requestContext;
    const request = { idempotencyKey: asked.idempotency_key, requestHash };
    const accepted = dryRun ? check() : acceptedOnce(resolved.caller, request, check);
    const { creatives, failed, unwanted } = await accepted;
    const taken = strict && unwanted.length > 0 ? [] : creatives;
    const sync = { creatives: taken, assignments, replacesAll, dryRun, strict };
    const synced = taken.length > 0 || unwanted.length === 0 ? await receive(sync, call, requestContext) : [];
    const held = creatives.filter((one) => !taken.includes(one)).map(notAlone);
    return completed({
      ...(dryRun && { dry_run: true }),
      creatives: [
        ...synced.map((one) => toAdcpSynced(one, asked)),
        ...[...failed, ...unwanted, ...held].map(toAdcpFailed),
      ],
    });
  },
});

function receive(sync: LibrarySync, call: SellerCall, { resolved }: AdcpRequestContext): Promise<readonly Synced[]> {
  const { side, ...caller } = resolved.caller;
  return syncLibrary(side, caller, sync, call);
}

interface Failed {
  readonly creativeId: string;
  readonly error: SellerError;
}

/**
 * Of two creatives with the same id, the last one counts. An invalid form is an error of the request; missing provenance is only reported
 * for the creative, in either mode (AdCP 3.1, creative-policy).
 */
function readIn({ creatives, creative_ids }: ToolRequest, shelf: Shelf) {
  const read = new Map<string, SellerCreative>();
  const failed: Failed[] = [];
  const unwanted: Failed[] = [];
  for (const [position, asked] of creatives.entries()) {
    const creativeId = asked.creative_id;
    if (creative_ids && !creative_ids.includes(creativeId)) continue;
    const path = `creatives[${position}]`;
    const creative = fromAdcpCreative(asked, path);
    if (isWrong(creative)) {
      failed.push({ creativeId, error: creative });
      continue;
    }
    const flaws = flawsOfForm(creative, path, shelf);
    const origin = flawOfOrigin(creative, path, shelf);
    failed.push(...flaws.map((error) => ({ creativeId, error })));
    if (origin) unwanted.push({ creativeId, error: origin });
    if (flaws.length === 0 && !origin) read.set(creativeId, creative);
  }
  return { creatives: [...read.values()], failed, unwanted };
}

/** In this mode, nothing is done if anything is wrong. */
function notAlone({ creativeId }: SellerCreative): Failed {
  const message = `${creativeId}: another creative in this request was rejected: send it again without that one`;
  return { creativeId, error: { code: "VALIDATION_ERROR", message, field: null, recovery: "correctable" } };
}

function toAdcpFailed({ creativeId, error }: Failed) {
  return { creative_id: creativeId, action: "failed", errors: [toAdcpError(error)] };
}

function assignedIn({ assignments = [] }: ToolRequest) {
  const unplaced = assignments.map((one, position) => notPlaced(one, `assignments[${position}]`));
  const placed = assignments.filter((_, position) => unplaced[position] === undefined);
  const each = placed.map(({ creative_id, package_id }) => ({ creativeId: creative_id, packageId: package_id }));
  // The schema allows duplicate assignments, but a creative is in a package once.
  const distinct = new Map(each.map((one) => [JSON.stringify([one.creativeId, one.packageId]), one]));
  return {
    assignments: [...distinct.values()],
    unplaced: unplaced.filter((error) => error !== undefined),
  };
}

/** AdCP 3.1, sync-creatives-response: a creative that failed or was deleted has no status. */
function toAdcpSynced(
  { creativeId, action, standing, note, assignedTo, refusals }: Synced,
  { assignments }: ToolRequest,
) {
  const weighted = assignments?.some(({ creative_id, weight }) => creative_id === creativeId && weight !== undefined);
  const rejected = standing === "rejected";
  const message = `${creativeId} was rejected: ${note ?? "the storefront gave no reason"}`;
  const error = { code: "CREATIVE_REJECTED", message, field: null, recovery: "correctable" } as const;
  return {
    creative_id: creativeId,
    action: rejected ? "failed" : action,
    ...(!rejected && action !== "deleted" && { status: standing }),
    ...(rejected && { errors: [toAdcpError(error)] }),
    ...(weighted && { warnings: ["weight: the creatives of a package rotate evenly here"] }),
    ...(assignedTo.length > 0 && { assigned_to: assignedTo }),
    ...(Object.keys(refusals).length > 0 && { assignment_errors: refusals }),
  };
}
