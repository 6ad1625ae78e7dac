import { z } from "zod";
import { subscribeToReports } from "../../../supply/callers/reports/index.ts";
import { checkReceiver, Receiver, secretsOf } from "../callbacks/requested-callback.ts";
import type { ToolAnswer } from "../protocol/envelope.ts";
import { refused } from "../protocol/failure.ts";
import type { AdcpRequestContext } from "../request-context.ts";
import { REPORTED } from "../words/product.ts";

const OFFERED = "daily";

/** AdCP's reporting_webhook (3.1, core/reporting-webhook). */
export const ReportingWebhook = z
  .object({
    ...Receiver,
    reporting_frequency: z
      .enum(["hourly", "daily", "monthly"])
      .describe("Must be daily, which is what the products offer"),
    requested_metrics: z.array(z.string().max(100)).max(50).optional().describe("Only these of the available metrics"),
  })
  .nullish()
  .describe("Where to notify you every day of what was delivered");

type WebhookRequest = z.output<typeof ReportingWebhook>;

/** Throws `SellerRefused` for reports that could not be produced or sent. */
export function checkReports(asked: WebhookRequest, requestContext: AdcpRequestContext): void {
  if (!asked) return;
  checkReceiver(asked, "reporting_webhook", requestContext);
  const { reporting_frequency: frequency, requested_metrics: metrics = [] } = asked;
  if (frequency !== OFFERED) {
    const field = "reporting_webhook.reporting_frequency";
    throw refused("UNSUPPORTED_FEATURE", `${field}: delivery is reported ${OFFERED}: request that`, field);
  }
  const unknown = metrics.findIndex((metric) => !REPORTED.includes(metric));
  if (unknown === -1) return;
  const field = `reporting_webhook.requested_metrics[${unknown}]`;
  throw refused("INVALID_REQUEST", `${field}: it is not one of ${REPORTED.join(", ")}`, field);
}

/** From now on, delivery of the buy in the answer is reported to the caller. */
export async function reportLater(
  reported: ToolAnswer,
  asked: WebhookRequest,
  { resolved }: AdcpRequestContext,
): Promise<ToolAnswer> {
  const { media_buy_id: mediaBuyId, task_id: taskId } = reported.body;
  const named = mediaBuyId ?? taskId;
  const [orderId] = typeof named === "string" ? named.split("/") : [];
  if (!asked || !orderId || reported.status === "failed") return reported;
  const { url, requested_metrics: metrics = null } = asked;
  await subscribeToReports(resolved.caller, { orderId, url, metrics, secrets: secretsOf(asked) });
  return reported;
}
