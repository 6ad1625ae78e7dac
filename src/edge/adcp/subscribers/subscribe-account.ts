import type { z } from "zod";
import type { SellerError } from "../../../ground/seller-agent/index.ts";
import {
  provenAs,
  readSubscribers,
  type Subscriber,
  saveSubscribers,
} from "../../../supply/callers/subscribers/index.ts";
import type { AdcpRequestContext } from "../request-context.ts";
import { complaintOfControl } from "./prove-control.ts";
import { fromAdcpSubscriber, type NotificationConfigs, toAdcpSubscriber, wrong } from "./requested-subscribers.ts";

type NotificationRequest = NonNullable<z.output<typeof NotificationConfigs>>;

export type Subscribed =
  | { readonly kind: "kept"; readonly configs: object[]; readonly isChanged: boolean }
  | { readonly kind: "refused"; readonly errors: readonly SellerError[] };

/** From now on, only these subscribers are notified about the account. An active subscriber first has to prove that it controls its address. */
export async function subscribeAccount(
  accountId: string,
  asked: NotificationRequest,
  dryRun: boolean,
  requestContext: AdcpRequestContext,
): Promise<Subscribed> {
  const { caller } = requestContext.resolved;
  const known = (await readSubscribers(caller, [accountId])).get(accountId) ?? [];
  const wanted = asked.map((one) => provenAs(fromAdcpSubscriber(one), known));
  const proven: Subscriber[] = [];
  const errors: SellerError[] = [];
  for (const [position, one] of wanted.entries()) {
    const asks = one.isActive && !one.isProven && !dryRun;
    const complaint = asks ? await complaintOf(one, accountId, requestContext) : undefined;
    if (complaint === undefined) proven.push(asks ? { ...one, isProven: true } : one);
    else errors.push(wrong(`notification_configs[${position}].url`, complaint));
  }
  if (errors.length > 0) return { kind: "refused", errors };
  const isChanged = JSON.stringify(proven) !== JSON.stringify(known);
  if (isChanged && !dryRun) await saveSubscribers(caller, accountId, proven);
  return { kind: "kept", configs: proven.map(toAdcpSubscriber), isChanged };
}

function complaintOf(subscriber: Subscriber, accountId: string, { host, resolved }: AdcpRequestContext) {
  const agentUrl = `${host.installation.publicUrl}/storefront/${encodeURIComponent(resolved.platformId)}/mcp`;
  return complaintOfControl(subscriber, { accountId, agentUrl }, resolved.caller.side.out);
}
