import { instant } from "./adcp.ts";
import { fromAdcpPushedDelivery } from "./adcp-delivery.ts";
import { fromA2a } from "./external/wire/a2a-reply.ts";
import { type Payload, payloadOf } from "./external/wire/connection.ts";
import type { DeliveryAnswer } from "./port.ts";

/** A delivery report that a seller sent without being asked. */
export interface PushedDelivery {
  readonly answer: DeliveryAnswer;
  /** On the seller's clock; null if it does not say. */
  readonly statedAt: Date | null;
}

/** Whether a webhook contains delivery; any other webhook only prompts us to ask the seller. */
export function isDeliveryWebhook(body: unknown): boolean {
  return Array.isArray(reportIn(envelopeOf(body))["media_buy_deliveries"]);
}

/**
 * Parses a delivery report in the body of a webhook: bare, in AdCP 3.1's envelope, or in an A2A task. Undefined if it contains no complete
 * report. Throws `SellerUnreachable` for a report in several currencies.
 */
export function fromAdcpDeliveryWebhook(body: unknown, seller: string): PushedDelivery | undefined {
  if (!isDeliveryWebhook(body)) return undefined;
  const envelope = envelopeOf(body);
  const answer = fromAdcpPushedDelivery(reportIn(envelope), seller);
  return answer && { answer, statedAt: instant.safeParse(envelope["timestamp"]).data ?? null };
}

function envelopeOf(body: unknown): Payload {
  return fromA2a(body)?.data ?? payloadOf(body) ?? {};
}

function reportIn(envelope: Payload): Payload {
  return payloadOf(envelope["result"]) ?? envelope;
}
