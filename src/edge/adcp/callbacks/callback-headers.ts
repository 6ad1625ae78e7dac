import { createHmac } from "node:crypto";
import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import { type CallContext, wallOf } from "../../../ground/kernel/context.ts";
import { signMessage } from "../../../ground/signatures/index.ts";
import type { CallbackSecrets } from "../../../supply/callers/callbacks/index.ts";
import { WEBHOOK_TAG, webhookKeyOf } from "./webhook-key.ts";

const PLAIN = { "content-type": "application/json", "user-agent": "Interchange" };

/** The headers by which a receiver recognises us: either the credentials that it requested, or a signature, but never both (AdCP 3.1). */
export function callbackHeaders(
  { url, body }: { readonly url: string; readonly body: string },
  { authentication }: Pick<CallbackSecrets, "authentication">,
  ctx: CallContext,
): Record<string, string> {
  const at = wallOf(ctx);
  if (!authentication) {
    const message = { method: "POST", url, headers: PLAIN, body: Buffer.from(body) };
    const nonce = Buffer.from(ctx.random.bytes(16)).toString("base64url");
    return { ...PLAIN, ...signMessage(message, { ...webhookKeyOf(ctx.vault), tag: WEBHOOK_TAG, nonce, at }) };
  }
  const { scheme, credentials } = authentication;
  if (scheme === "Bearer") return { ...PLAIN, authorization: `Bearer ${credentials}` };
  const seconds = String(Math.floor(at.getTime() / SECOND_MS));
  const signature = createHmac("sha256", credentials).update(`${seconds}.${body}`).digest("hex");
  return { ...PLAIN, "x-adcp-timestamp": seconds, "x-adcp-signature": `sha256=${signature}` };
}
