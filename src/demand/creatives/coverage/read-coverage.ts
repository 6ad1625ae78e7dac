import { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import { canonicalKindOf } from "../formats/canonical-kind.ts";
import { viewOfFormatId } from "../formats/format-id.ts";
import { type AcceptedFormat, type Coverage, coverageOf } from "./coverage.ts";
import { listDemands, listSupplies } from "./store.ts";

/** The coverage of any number of campaigns, in two statements. */
export async function coverageOfCampaigns(
  { db, viewer }: Context,
  campaignIds: readonly string[],
): Promise<ReadonlyMap<string, Coverage>> {
  if (campaignIds.length === 0) return new Map();
  const [demands, supplies] = await Promise.all([
    listDemands(db, viewer.customerId, campaignIds),
    listSupplies(db, viewer.customerId, campaignIds),
  ]);
  const demanded = Map.groupBy(demands, ({ campaignId }) => campaignId);
  const supplied = Map.groupBy(supplies, ({ campaignId }) => campaignId);
  return new Map(campaignIds.map((id) => [id, coverageOf(demanded.get(id) ?? [], supplied.get(id) ?? [])]));
}

/** In AdCP's spelling: a named format by its agent and id, a canonical one by its kind (buyer contract e.9). */
const TakenView = z.object({
  agent_url: z.string().optional(),
  id: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  duration_ms: z.number().optional(),
  format_kind: z
    .string()
    .describe("The canonical kind; for a named format, by AdCP's own mapping; custom if it has none"),
});

export const CoverageView = z
  .object({
    required: z.array(TakenView).describe("Every format that a selected or bought product accepts"),
    covered: z.array(TakenView).describe("The formats for which a creative exists"),
    missing: z
      .array(TakenView)
      .describe("The accepted formats that have no creative yet; one format per product is enough"),
  })
  .meta({ id: "CreativeFormatCoverage" });

export function viewOfCoverage({ required, covered, missing }: Coverage): z.input<typeof CoverageView> {
  return { required: required.map(viewOf), covered: covered.map(viewOf), missing: missing.map(viewOf) };
}

function viewOf(taken: AcceptedFormat): z.input<typeof TakenView> {
  if (!("formatId" in taken)) return { format_kind: taken.formatKind };
  return { ...viewOfFormatId(taken.formatId), format_kind: canonicalKindOf(taken.formatId.id) };
}
