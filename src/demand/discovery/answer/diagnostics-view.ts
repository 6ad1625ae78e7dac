import { z } from "zod";
import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { EmptyReason } from "../search/empty-reason.ts";
import type { Removal } from "../search/filter-products.ts";
import type { AgentResult, IncompleteAgent } from "../search/seller-answer.ts";

/** The storefronts behind an agent: in our case, one or none. */
const Storefronts = z.array(z.object({ storefrontId: z.string(), storefrontName: z.string() })).optional();

export const AgentResultView = z.object({
  agentId: z.string(),
  agentName: z.string(),
  storefronts: Storefronts,
  success: z.boolean(),
  timedOut: z.boolean(),
  productCount: z.int().describe("In its answer, before any filter"),
  responseTimeMs: z.int(),
  error: z.string().optional(),
  skipReason: z.string().optional().describe("Why a seller that did not fail has no products"),
});

export const IncompleteAgentView = z.object({
  agentId: z.string(),
  agentName: z.string(),
  storefronts: Storefronts,
  source: z.string().describe("The inventory source behind the agent, or the agent itself"),
  sourceId: z.string().optional(),
  reason: z.enum(["timeout", "upstream_incomplete"]),
  cause: z.string().describe("The result of the request: timeout, unreachable, refused, unauthorized, malformed, …"),
  message: z.string(),
  waitSeconds: z.int().describe("The longest time that the search waited for it"),
});

export const EmptyReasonView = z.object({
  code: z.string(),
  message: z.string(),
  agentId: z.string().optional(),
  storefrontId: z.string().optional(),
  sourceId: z.string().optional(),
  connect: z.object({ method: z.literal("POST"), path: z.string() }).optional(),
  nearest: z
    .array(
      z.object({
        productId: z.string(),
        salesAgentId: z.string(),
        name: z.string(),
        score: z.number(),
        why: z.string(),
      }),
    )
    .optional()
    .describe("If nothing fits: what comes closest"),
});

export const RemovalView = z.object({
  filter: z.string(),
  because: z.enum(["request", "brief", "refinement", "default"]).describe("Who set it"),
  products: z.int(),
  names: z.array(z.string()).describe("What was removed, where known"),
  asked: z.array(z.string()).optional().describe("What the brief asks for in this respect"),
  agentNames: z.array(z.string()).describe("The sellers of the products"),
  instead: z.array(z.string()).describe("The values that the products have in the filtered field"),
});

export function agentResultView({ storefrontId, ...result }: AgentResult): z.input<typeof AgentResultView> {
  return { ...result, ...storefrontsOf(storefrontId, result.agentName) };
}

export function incompleteAgentView(
  { storefrontId, ...gap }: IncompleteAgent,
  waitMs: number,
): z.input<typeof IncompleteAgentView> {
  const waitSeconds = Math.ceil(waitMs / SECOND_MS);
  const reason = gap.reason === "timeout" ? gap.reason : "upstream_incomplete";
  return { ...gap, ...storefrontsOf(storefrontId, gap.agentName), reason, cause: gap.reason, waitSeconds };
}

export function emptyReasonView({ storefrontId, nearest, ...reason }: EmptyReason): z.input<typeof EmptyReasonView> {
  return {
    ...reason,
    ...(nearest && { nearest: [...nearest] }),
    ...(storefrontId !== undefined && { storefrontId: String(storefrontId) }),
  };
}

/** Removals that were stored without names have none. */
export function removalView({ agentNames, instead, asked, ...removal }: Removal): z.input<typeof RemovalView> {
  const { filter, products, because, names } = removal;
  const reported = { filter, because, products, names: [...names], agentNames: [...agentNames], instead: [...instead] };
  return { ...reported, ...(asked && { asked: [...asked] }) };
}

function storefrontsOf(storefrontId: number | null, storefrontName: string) {
  return storefrontId === null ? {} : { storefronts: [{ storefrontId: String(storefrontId), storefrontName }] };
}
