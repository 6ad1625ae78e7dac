import { z } from "zod";
import type { SellerError } from "../../../ground/seller-agent/index.ts";
import { ACCOUNT_EVENTS, type Subscriber } from "../../../supply/callers/subscribers/index.ts";
import { Receiver, secretsOf } from "../callbacks/requested-callback.ts";
import type { AdcpRequestContext } from "../request-context.ts";

/** AdCP's notification_configs (3.1, core/notification-config). An error in one of them only affects its account. */
export const NotificationConfigs = z
  .array(
    z.object({
      subscriber_id: z
        .string()
        .regex(/^[A-Za-z0-9_.:-]{1,64}$/)
        .describe("Your own name for it"),
      url: Receiver.url,
      event_types: z
        .array(z.string().max(100))
        .max(50)
        .default([])
        .describe(`Of these: ${ACCOUNT_EVENTS.join(", ")}`),
      authentication: Receiver.authentication,
      active: z.boolean().default(true).describe("An inactive subscriber is kept, but not notified"),
    }),
  )
  .max(16)
  .optional()
  .describe("Where to notify you of events about the account's creatives; replaces the existing subscribers");

type NotificationRequest = NonNullable<z.output<typeof NotificationConfigs>>;

/** Events of a media buy rather than an account; the protocol's other account events are not sent here. */
const OF_BUYS: ReadonlySet<string> = new Set(["scheduled", "final", "delayed", "adjusted", "impairment"]);

/** The errors in it; `field` is relative to the account, as in AdCP. */
export function objectionsTo(asked: NotificationRequest, { resolved }: AdcpRequestContext): SellerError[] {
  const seen = new Set<string>();
  return asked.flatMap(({ subscriber_id: id, url, event_types }, position) => {
    const path = `notification_configs[${position}]`;
    const found: SellerError[] = [];
    if (seen.has(id))
      found.push(wrong(`${path}.subscriber_id`, `${id} is used twice: each subscriber needs its own name`));
    seen.add(id);
    const complaint = resolved.caller.side.out.outbound.complaint(url);
    if (complaint) found.push(wrong(`${path}.url`, complaint));
    if (event_types.length === 0) found.push(wrong(`${path}.event_types`, "say which events it wants"));
    for (const [index, event] of event_types.entries()) {
      const at = `${path}.event_types[${index}]`;
      if (ACCOUNT_EVENTS.some((one) => one === event)) continue;
      const offered = `for an account, the events are ${ACCOUNT_EVENTS.join(" and ")}`;
      found.push(wrong(at, OF_BUYS.has(event) ? `${event} concerns a media buy: ${offered}` : offered));
    }
    return found;
  });
}

export function fromAdcpSubscriber(asked: NotificationRequest[number]): Subscriber {
  const { subscriber_id: subscriberId, url, event_types: eventTypes, active: isActive } = asked;
  const { authentication } = secretsOf(asked);
  return { subscriberId, url, eventTypes, isActive, authentication, isProven: false };
}

/** Without credentials, because nobody may read them. */
export function toAdcpSubscriber({ subscriberId, url, eventTypes, isActive, authentication }: Subscriber) {
  return {
    subscriber_id: subscriberId,
    url,
    event_types: eventTypes,
    ...(authentication && { authentication: { schemes: [authentication.scheme] } }),
    active: isActive,
  };
}

export function wrong(field: string, why: string): SellerError {
  return { code: "INVALID_REQUEST", message: `${field}: ${why}`, field, recovery: "correctable" };
}
