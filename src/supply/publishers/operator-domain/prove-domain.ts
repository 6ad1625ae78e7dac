import type { Context } from "../../../ground/kernel/context.ts";
import { InvalidState } from "../../../ground/kernel/errors.ts";
import { getOwnStorefront, hasColleagueAt, lockOwnStorefront, proveOperatorDomain } from "../../storefronts/index.ts";
import { agentUrlOf, isSameAgent } from "../adagents/agent-url.ts";
import { readBrandAgents } from "../adagents/brand-agents.ts";
import { type Out, readAdagents } from "../adagents/read-adagents.ts";

/** What has to be proved: that the operator domain is the seller's. */
export interface Claim {
  readonly operatorDomain: string;
  readonly agentUrl: string;
}

/** Which of the domain's own documents name the storefront's agent. */
export interface Testimony {
  readonly inBrandJson: boolean;
  readonly inAdagentsJson: boolean;
}

export interface Proof extends Claim, Testimony {
  readonly verified: boolean;
  /** A member of the organisation has an e-mail address there. */
  readonly byMember: boolean;
}

export async function draftClaim(ctx: Context): Promise<Claim> {
  const { operatorDomain, platformId } = await lockOwnStorefront(ctx);
  if (!operatorDomain)
    throw new InvalidState("your storefront has no operatorDomain yet: PUT /api/v2/storefront { operatorDomain }");
  return { operatorDomain, agentUrl: agentUrlOf(ctx.installation.publicUrl, platformId) };
}

/** Only who has a domain publishes at it: a document there that names the agent says whose the agent is. */
export async function hearDomain({ operatorDomain, agentUrl }: Claim, out: Out): Promise<Testimony> {
  const [own, adagents] = await Promise.all([readBrandAgents(operatorDomain, out), readAdagents(operatorDomain, out)]);
  const named = (agents: readonly { readonly url: string }[]) => agents.some(({ url }) => isSameAgent(url, agentUrl));
  return { inBrandJson: named(own), inAdagentsJson: adagents.kind === "resolved" && named(adagents.file.agents) };
}

/** What the domain says now counts: where it names the agent no more, it is verified by that no more. */
export async function settleProof(ctx: Context, claim: Claim, testimony: Testimony): Promise<Proof> {
  const { customerId } = await lockOwnStorefront(ctx);
  const isNamed = testimony.inBrandJson || testimony.inAdagentsJson;
  await proveOperatorDomain(ctx.db, customerId, isNamed ? claim.operatorDomain : null);
  const { operatorDomainVerified: verified } = await getOwnStorefront(ctx);
  const byMember = await hasColleagueAt(ctx.db, customerId, claim.operatorDomain);
  return { ...claim, ...testimony, verified, byMember };
}
