import {
  challengeFor,
  checkRecord,
  type DomainChallenge,
  type TxtFinding,
} from "../../../ground/domain-proof/index.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { InvalidState } from "../../../ground/kernel/errors.ts";
import { newToken } from "../../../ground/vault/index.ts";
import {
  getOwnStorefront,
  hasColleagueAt,
  lockOwnStorefront,
  proveOperatorDomain,
  saveDomainChallenge,
} from "../../storefronts/index.ts";
import { agentUrlOf, isSameAgent } from "../adagents/agent-url.ts";
import { readBrandAgents } from "../adagents/brand-agents.ts";
import type { OutboundContext } from "../adagents/read-adagents.ts";

/** The claim to prove: that the operator domain belongs to the seller. */
export interface Claim {
  readonly operatorDomain: string;
  readonly agentUrl: string;
  readonly challenge: DomainChallenge;
}

/** The domain's own statements. */
export interface SellerResponse {
  /** Whether its brand.json lists the storefront's agent as one of its own. */
  readonly inBrandJson: boolean;
  readonly txt: TxtFinding;
}

export interface Proof extends Claim, SellerResponse {
  readonly verified: boolean;
  /** Whether a member of the organisation has an e-mail address there. */
  readonly byMember: boolean;
}

export async function draftClaim(ctx: Context): Promise<Claim> {
  const { customerId, operatorDomain, platformId } = await lockOwnStorefront(ctx);
  if (!operatorDomain)
    throw new InvalidState("your storefront has no operatorDomain yet: PUT /api/v2/storefront { operatorDomain }");
  const token = await saveDomainChallenge(ctx.db, customerId, newToken(ctx.random).token);
  const agentUrl = agentUrlOf(ctx.installation.publicUrl, platformId);
  return { operatorDomain, agentUrl, challenge: challengeFor(operatorDomain, token) };
}

/**
 * Reads the domain's DNS and its brand.json. Its adagents.json would not be sufficient, because it authorises agents to
 * sell for the domain whoever owns them.
 */
export async function receiveDomain(
  { operatorDomain, agentUrl, challenge }: Claim,
  out: OutboundContext,
): Promise<SellerResponse> {
  const [agents, txt] = await Promise.all([readBrandAgents(operatorDomain, out), checkRecord(challenge, out)]);
  return { inBrandJson: agents.some(({ url }) => isSameAgent(url, agentUrl)), txt };
}

/** The domain's current statements count: if it no longer names the storefront, this way of verification ends. */
export async function settleProof(ctx: Context, claim: Claim, response: SellerResponse): Promise<Proof> {
  const { customerId } = await lockOwnStorefront(ctx);
  const { operatorDomain } = claim;
  const proved = response.inBrandJson || response.txt === "found";
  // If a name server does not answer, an existing proof stays.
  if (proved || response.txt !== "unanswered")
    await proveOperatorDomain(ctx.db, customerId, proved ? operatorDomain : null);
  const { operatorDomainVerified: verified } = await getOwnStorefront(ctx);
  const byMember = await hasColleagueAt(ctx.db, customerId, operatorDomain);
  return { ...claim, ...response, verified, byMember };
}
