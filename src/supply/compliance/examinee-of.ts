import type { CallContext } from "../../ground/kernel/context.ts";
import type { AgentAuth } from "../../ground/seller-agent/connection.ts";
import { SellerUnreachable } from "../../ground/seller-agent/index.ts";
import type { StoredAuth } from "../sources/consents/index.ts";
import { type Source, toAgentAuth } from "../sources/index.ts";
import type { AgentUnderTest, Examination } from "./storyboards/examination.ts";

/** Once this share of its time has passed, no further storyboard is started. */
const ENOUGH = 2 / 3;

/** The source's agent in the form that its thread needs; unreachable if the seller's own credential is not available. */
export async function examineeOf(
  { endpointUrl, protocol, executionType }: Source,
  auth: StoredAuth | undefined,
  out: CallContext,
): Promise<AgentUnderTest | Extract<Examination, { kind: "unreachable" }>> {
  if (!endpointUrl || !protocol) throw new Error(`no agent stands behind a source of the type ${executionType}`);
  const { sandbox, sellerTimeoutMs, compliance, outboundNetworks } = out.installation;
  try {
    return {
      endpointUrl,
      protocol,
      auth: auth ? await shown(toAgentAuth(auth, out)) : { type: "none" },
      allowLoopback: sandbox,
      allowedNetworks: outboundNetworks,
      answerTimeoutMs: sellerTimeoutMs,
      enoughMs: compliance.mostMs * ENOUGH,
    };
  } catch (error) {
    if (error instanceof SellerUnreachable) return { kind: "unreachable", message: error.message };
    throw error;
  }
}

async function shown(auth: AgentAuth): Promise<AgentUnderTest["auth"]> {
  if (auth.type === "issued") return { type: "bearer", token: await auth.issue() };
  return auth.type === "api_key" ? { type: "bearer", token: auth.token } : auth;
}
