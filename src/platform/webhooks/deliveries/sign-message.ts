import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { signingKeyOf } from "../secret.ts";

/** A body, and the time at which it is sent. The id belongs to the message, and is the same however often it is sent. */
export interface Message {
  readonly messageId: string;
  readonly body: string;
  readonly at: Date;
}

/**
 * The headers that prove a delivery: those of Standard Webhooks, and `X-Webhook-Signature`, which the published contract defines
 * (HMAC-SHA256 of the body in hex, with the secret as it is written as the key).
 */
export function signatureHeaders(secret: string, { messageId, body, at }: Message): Record<string, string> {
  return {
    "webhook-id": messageId,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(signingKeyOf(secret), { format: "raw" }).sign(messageId, at, body),
    "x-webhook-signature": createHmac("sha256", secret).update(body).digest("hex"),
  };
}
