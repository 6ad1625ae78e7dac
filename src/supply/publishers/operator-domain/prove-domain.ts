import type { Context } from "../../../ground/kernel/context.ts";
import { InvalidState } from "../../../ground/kernel/errors.ts";
import { getOwnStorefront, hasColleagueAt, lockOwnStorefront, proveOperatorDomain } from "../../storefronts/index.ts";
import { agentUrlOf, isSameAgent } from "../adagents/agent-url.ts";
import { readBrandAgents } from "../adagents/brand-agents.ts";
import type { Out } from "../adagents/read-adagents.ts";

/** What has to be proved: that the operator domain is the seller's. */
export interface Claim {
  readonly operatorDomain: string;
  readonly agentUrl: string;
}

export interface Proof extends Claim {
  readonly verified: boolean;
  /** The domain's brand.json names the storefront's agent among its own. */
  readonly inBrandJson: boolean;
  /** A member of the organisation has an e-mail address there. */
  readonly byMember: boolean;
}

export async function draftClaim(ctx: Context): Promise<Claim> {
  const { operatorDomain, platformId } = await lockOwnStorefront(ctx);
  if (!operatorDomain)
    throw new InvalidState("your storefront has no operatorDomain yet: PUT /api/v2/storefront { operatorDomain }");
  return { operatorDomain, agentUrl: agentUrlOf(ctx.installation.publicUrl, platformId) };
}

/**
 * Whether the domain's brand.json names the agent as its own. Its adagents.json would not do: that lets agents sell for the
 * domain, whosever they are.
 */
export async function hearDomain({ operatorDomain, agentUrl }: Claim, out: Out): Promise<boolean> {
  const agents = await readBrandAgents(operatorDomain, out);
  return agents.some(({ url }) => isSameAgent(url, agentUrl));
}

/** What the domain says now counts: where it names the agent no more, it is verified by that no more. */
export async function settleProof(ctx: Context, claim: Claim, inBrandJson: boolean): Promise<Proof> {
  const { customerId } = await lockOwnStorefront(ctx);
  await proveOperatorDomain(ctx.db, customerId, inBrandJson ? claim.operatorDomain : null);
  const { operatorDomainVerified: verified } = await getOwnStorefront(ctx);
  const byMember = await hasColleagueAt(ctx.db, customerId, claim.operatorDomain);
  return { ...claim, inBrandJson, verified, byMember };
}
