import { createHash } from "node:crypto";
import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { CallContext } from "../../../ground/kernel/context.ts";
import { OutboundError } from "../../../ground/outbound/index.ts";
import type { Subscriber } from "../../../supply/callers/subscribers/index.ts";
import { callbackHeaders } from "../callbacks/callback-headers.ts";

const PATIENCE_MS = 5 * SECOND_MS;
const MOST_ANSWERED_BYTES = 4_096;

interface Proof {
  readonly accountId: string;
  /** The URL of the agent that will send the notifications. */
  readonly agentUrl: string;
}

/**
 * Asks the receiver at a subscriber's address to return a random challenge (AdCP 3.1, core/webhook-challenge). Undefined if it does,
 * otherwise the reason. The challenge is signed, whatever authentication the subscriber uses.
 */
export async function complaintOfControl(
  { subscriberId, url, eventTypes, authentication }: Subscriber,
  { accountId, agentUrl }: Proof,
  ctx: CallContext,
): Promise<string | undefined> {
  const challenge = Buffer.from(ctx.random.bytes(32)).toString("base64url");
  const body = JSON.stringify({
    type: "webhook.challenge",
    challenge,
    account_id: accountId,
    subscriber_id: subscriberId,
    seller_agent_url: agentUrl,
    event_types: [...new Set(eventTypes)],
    delivery_auth: authentication
      ? { mode: authentication.scheme, credential_fingerprint: fingerprint(authentication.credentials) }
      : { mode: "rfc9421" },
  });
  try {
    const answer = await ctx.outbound.request(url, {
      method: "POST",
      headers: callbackHeaders({ url, body }, { authentication: undefined }, ctx),
      body,
      timeoutMs: PATIENCE_MS,
      maxResponseBytes: MOST_ANSWERED_BYTES,
      purpose: "webhook",
    });
    if (answer.status < 200 || answer.status > 299) return `it answered the challenge with ${answer.status}`;
    return repeats(answer.text(), challenge) ? undefined : "it did not repeat the challenge";
  } catch (error) {
    if (error instanceof OutboundError) return error.message;
    throw error;
  }
}

function repeats(text: string, challenge: string): boolean {
  try {
    const { challenge: said, token } = JSON.parse(text) as { readonly challenge?: unknown; readonly token?: unknown };
    return (said ?? token) === challenge;
  } catch {
    return false;
  }
}

function fingerprint(credentials: string): string {
  return createHash("sha256").update(credentials).digest("hex");
}
