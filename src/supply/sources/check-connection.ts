import { SECOND_MS } from "../../ground/kernel/clock.ts";
import type { CallContext } from "../../ground/kernel/context.ts";
import { Invalid } from "../../ground/kernel/errors.ts";
import {
  type SellerAgent,
  type SellerCall,
  SellerRefused,
  SellerUnreachable,
} from "../../ground/seller-agent/index.ts";
import { secretsIn } from "./auth.ts";
import type { StoredAuth } from "./consents/stored-auth.ts";
import { readShut } from "./linked/read-shut.ts";
import { connectionOf, type NewSource } from "./source.ts";
import type { Checked } from "./source-change.ts";
import { toAgentAuth } from "./to-agent-auth.ts";

const UNKNOWN_CREDENTIAL =
  "The agent does not know this credential. Send a valid one as auth, and the check is repeated.";

/** Asks the source's agent for its capabilities; throws `Invalid` if its URL could never be called. */
export async function checkConnection(
  source: NewSource,
  auth: StoredAuth | undefined,
  ctx: CallContext,
): Promise<Checked> {
  const complaint = source.endpointUrl && ctx.outbound.complaint(source.endpointUrl);
  if (complaint) throw new Invalid(`endpointUrl: ${complaint}`, { field: "endpointUrl" });
  if (auth) checkTokenUrl(auth, ctx);
  if (source.executionType === "LINKED_STOREFRONT") {
    const shut = await ctx.perform(readShut, { customerId: source.customerId, sourceId: source.sourceId });
    if (shut) return failed(shut);
  }
  const agentAuth = auth && toAgentAuth(auth, ctx);
  try {
    const agent = ctx.openAgent(connectionOf(source, agentAuth));
    const capabilities = await agent.capabilities(callOf(ctx));
    if (agentAuth && (await refuses(agent, ctx))) return failed(UNKNOWN_CREDENTIAL);
    return { capabilities, error: null, asksForCredential: false };
  } catch (error) {
    return explained(error, source, auth, ctx.installation.sellerTimeoutMs);
  }
}

/** Throws `Invalid` if a JWT credential's token URL could never be called. */
export function checkTokenUrl(auth: StoredAuth, { outbound }: CallContext): void {
  const complaint = auth.type === "jwt" && outbound.complaint(auth.tokenEndpointUrl);
  if (complaint) throw new Invalid(`auth.tokenEndpointUrl: ${complaint}`, { field: "auth.tokenEndpointUrl" });
}

/**
 * Whether the agent says that it does not know the credential. It tells its capabilities to everybody, so it is asked
 * for its formats; any other error with those says nothing about the credential.
 */
export async function refuses(agent: SellerAgent, ctx: CallContext): Promise<boolean> {
  try {
    await agent.listCreativeFormats(callOf(ctx));
    return false;
  } catch (error) {
    if (isAboutCredential(error)) return true;
    if (error instanceof SellerRefused || error instanceof SellerUnreachable) return false;
    throw error;
  }
}

function isAboutCredential(error: unknown): boolean {
  if (error instanceof SellerUnreachable) return error.reason === "unauthorized";
  return error instanceof SellerRefused && error.errors.some(({ code }) => /^(AUTH_|UNAUTHORI[SZ]ED)/i.test(code));
}

/** A call without a buyer, made on behalf of the viewer itself. */
export function callOf({ viewer, now, requestId, installation }: CallContext): SellerCall {
  const { customerId, sandbox } = viewer;
  const buyer = { customerId, name: "Connection check", operatorDomain: null, brandDomain: null, sandbox };
  return { buyer, timeoutMs: installation.sellerTimeoutMs, now, requestId };
}

/** An explanation of the error, for the seller; an error that is not an answer of the agent is rethrown. */
export function explained(error: unknown, source: NewSource, auth: StoredAuth | undefined, timeoutMs: number): Checked {
  if (isAboutCredential(error)) return auth ? failed(UNKNOWN_CREDENTIAL) : shut(source);
  if (error instanceof SellerUnreachable)
    return failed(withoutSecrets(`${adviceFor(error, timeoutMs)} (${error.message})`, auth));
  if (error instanceof SellerRefused)
    return failed(
      withoutSecrets(`The agent answered with an error. Fix it there, then check again. (${error.message})`, auth),
    );
  throw error;
}

function shut({ authenticationType }: NewSource): Checked {
  return {
    ...failed(`The agent answers only with a credential. ${adviceTo(authenticationType)}`),
    asksForCredential: true,
  };
}

function adviceTo(authenticationType: NewSource["authenticationType"]): string {
  if (authenticationType === "NO_AUTH") return "Set its authenticationType, and send your credential as auth.";
  if (authenticationType === "OAUTH")
    return "Consent for your storefront at oauth.authorizationUrl, or set status ACTIVE to have each buyer consent for itself.";
  return "Send yours as auth, or set status ACTIVE to have each buyer bring one.";
}

function adviceFor({ reason }: SellerUnreachable, timeoutMs: number): string {
  switch (reason) {
    case "timeout":
      return `The agent did not answer within ${timeoutMs / SECOND_MS} s. Make sure that it works, then check again.`;
    case "malformed":
      return "What answered is not an AdCP agent that we can read. Make sure that endpointUrl and protocol are correct.";
    case "too_large":
      return "The agent's answer is too large to read. Fix it there, then check again.";
    default:
      return "The agent cannot be reached. Make sure that it runs and that endpointUrl is correct, then check again.";
  }
}

/** An agent may repeat what it was sent, and nobody may read a secret back. */
function withoutSecrets(text: string, auth: StoredAuth | undefined): string {
  return (auth ? secretsIn(auth) : [])
    .reduce((reported, secret) => reported.replaceAll(secret, "…"), text)
    .slice(0, 1000);
}

function failed(error: string): Checked {
  return { capabilities: null, error, asksForCredential: false };
}
