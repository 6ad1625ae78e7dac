import { createHmac } from "node:crypto";
import type { RequestListener } from "node:http";
import { Webhook } from "standardwebhooks";
import { vi } from "vitest";
import { doJobs } from "../../../test/jobs.ts";
import type { Caller, World } from "../../../test/world.ts";
import { inTransaction, perform } from "../../ground/kernel/perform.ts";
import { serve, UNUSED_ORIGIN } from "../../ground/outbound/outbound.fixture.ts";
import { deliverWebhook, type Event, publish } from "./index.ts";

/** A delivery as it was received. */
export interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A receiver's endpoint on loopback, whose behaviour can be set. */
export async function openReceiver() {
  const received: Received[] = [];
  let behaviour: number | "stall" = 200;
  const listen: RequestListener = (request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => void parts.push(part));
    request.on("end", () => {
      received.push({
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(parts).toString(),
      });
      if (behaviour !== "stall") response.writeHead(behaviour).end("thank you");
    });
  };
  const origin = await serve(listen);
  return { url: `${origin}/hooks`, received, behave: (as: typeof behaviour) => void (behaviour = as) };
}

export const UNREACHABLE_URL = `${UNUSED_ORIGIN}/hooks`;

/** Throws if the receiver's own library would have refused the message at the time of delivery. */
export function checkSignatures({ headers, body }: Received, secret: string): void {
  vi.useFakeTimers({ now: Number(headers["webhook-timestamp"]) * 1000, toFake: ["Date"] });
  try {
    const raw = { format: "raw" } as const;
    const key = secret.startsWith("whsec_") ? new Webhook(secret) : new Webhook(new TextEncoder().encode(secret), raw);
    key.verify(body, { ...headers });
  } finally {
    vi.useRealTimers();
  }
  const hex = createHmac("sha256", secret).update(body).digest("hex");
  if (headers["x-webhook-signature"] !== hex) throw new Error("X-Webhook-Signature does not match the body");
}

/** Makes an event happen in the organisation, and everything that follows immediately. */
export async function happen(world: World, { customerId }: Caller, event: Partial<Event> = {}): Promise<void> {
  const viewer = await world.host.viewerOf(customerId);
  if (!viewer) throw new Error("there is no such organisation");
  const whole: Event = { type: "media_buy.status_changed", resourceType: "MEDIA_BUY", resourceId: "mb_1", ...event };
  await inTransaction(world.host, viewer, "req_test", "write", (ctx) => publish(ctx, whole));
  await doJobs(world);
}

/** The newest delivery of a subscription. */
export async function newestDelivery(caller: Caller, subscriptionId: string) {
  const { data } = await caller.get(`/webhook-subscriptions/${subscriptionId}/deliveries`);
  return data.deliveries[0];
}

/** Makes the attempt that the newest delivery's last attempt has enqueued. */
export async function nextAttempt(world: World, caller: Caller, subscriptionId: string, host = world.host) {
  const { id, attempts } = await newestDelivery(caller, subscriptionId);
  const input = { customerId: caller.customerId, deliveryId: id, attempt: attempts };
  return perform(deliverWebhook, input, "req_test", host);
}
