import type { Context } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { findVisibleSourceOfAgent } from "../../marketplace/index.ts";
import { type CredentialToRegister, draftCredential } from "../register-credential.ts";
import type { RegistrationBody } from "../schema.ts";

/** The same registration as at a source. The agent is reached through any source that the buyer can see. */
export async function draftAtAgent(
  ctx: Context,
  agentId: string,
  { advertiserId, ...registration }: RegistrationBody & { readonly advertiserId?: number | undefined },
): Promise<CredentialToRegister> {
  const { db, viewer } = ctx;
  if (advertiserId !== undefined && !(await ctx.advertiserNames([advertiserId])).has(advertiserId))
    throw new NotFound(`there is no advertiser ${advertiserId}`, { field: "advertiserId" });
  const source = await findVisibleSourceOfAgent(db, viewer, agentId);
  if (!source)
    throw new NotFound(
      `no sales agent ${agentId} accepts accounts: a storefront's own agent has none, those behind it do (GET /sales-agents)`,
    );
  const { storefrontId, sourceId } = source;
  return draftCredential(ctx, { storefrontId: { storefrontId }, sourceId }, registration);
}
