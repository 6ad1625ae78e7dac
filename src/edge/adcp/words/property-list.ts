import { z } from "zod";
import type { ProductsAnswer, SellerCall } from "../../../ground/seller-agent/index.ts";
import { isOn, type PropertyList, type Resolution } from "../../../ground/seller-agent/lists/index.ts";
import { ListReference } from "../../../ground/seller-agent/targeting/index.ts";
import type { AdcpRequestContext } from "../request-context.ts";

export const PropertyListRef = ListReference.extend({
  auth_token: z
    .string()
    .regex(/^[\x21-\x7e]{1,8000}$/, "a token as it follows Bearer, without spaces")
    .optional()
    .describe("Sent only to agent_url, and not stored"),
}).describe("Only products whose properties are all on this list; agent_url is the list agent's MCP endpoint");

export function resolveList(
  { agent_url: agentUrl, list_id: listId, auth_token: authToken }: z.output<typeof PropertyListRef>,
  { host }: AdcpRequestContext,
  { timeoutMs }: SellerCall,
): Promise<Resolution> {
  const ref = { agentUrl, listId, ...(authToken !== undefined && { authToken }) };
  return host.propertyLists.resolve(ref, timeoutMs);
}

interface ListScope {
  readonly answer: ProductsAnswer;
  /** Undefined if no list applies. */
  readonly list: PropertyList | undefined;
}

/** An answer and the list to which it has to be restricted. Proposals are bought as a whole, so they are also removed as a whole. */
export function within(resolution: Resolution | undefined, answer: ProductsAnswer): ListScope {
  if (!resolution) return { answer, list: undefined };
  if (resolution.kind === "unresolved") {
    const message = `${resolution.message}; it was not used as a filter`;
    const gap = { source: "property_list", reason: "unreachable", message } as const;
    return { answer: { ...answer, incomplete: [...answer.incomplete, gap] }, list: undefined };
  }
  const { list } = resolution;
  const listed = new Set(answer.products.filter((product) => isOn(list, product)).map(({ productId }) => productId));
  const proposals = answer.proposals.filter(({ allocations }) =>
    allocations.every(({ productId }) => listed.has(productId)),
  );
  return { answer: { ...answer, proposals }, list };
}
