import type { BeginConsent, CallContext, Context } from "../../../ground/kernel/context.ts";
import { BadRequest, Unavailable } from "../../../ground/kernel/errors.ts";
import type { NewSource, Source } from "../source.ts";

/** Discovers the authorization server of a source that uses OAuth; undefined for other kinds, or if there is no answer now. */
export async function prepareConsent(source: NewSource | Source, out: CallContext): Promise<BeginConsent | undefined> {
  if (source.authenticationType !== "OAUTH" || source.authConfigured) return undefined;
  try {
    return await out.consents.arrange(out, source);
  } catch (error) {
    // In this case, the source says what it is waiting for, and the consent is begun with POST
    // /agents/{agentId}/oauth/authorize.
    if (error instanceof BadRequest || error instanceof Unavailable) return undefined;
    throw error;
  }
}

/** Where the seller gives consent for its storefront, in the form of the source's answer. */
export async function consentAt({ agentId, name }: Source, begin: BeginConsent | undefined, ctx: Context) {
  if (!begin || agentId === null) return {};
  const { authorizationUrl } = await begin(ctx);
  return { oauth: { authorizationUrl, agentId, agentName: name } };
}
