import type { FiredNotification } from "../../../supply/callers/callbacks/index.ts";

/** AdCP 3.1, core/webhook-activity-record. */
export function toAdcpActivity({ eventId, url, body, attempt, firedAt, completedAt, ...outcome }: FiredNotification) {
  const { notification_type, subscriber_id } = JSON.parse(body) as Readonly<Record<string, string>>;
  const { responseStatus, error } = outcome;
  return {
    idempotency_key: eventId,
    subscriber_id,
    notification_type,
    fired_at: firedAt.toISOString(),
    completed_at: completedAt?.toISOString() ?? null,
    attempt,
    status: statusOf({ completedAt, responseStatus }),
    url: withoutQuery(url),
    http_status_code: responseStatus,
    error_message: error,
  };
}

function statusOf({ completedAt, responseStatus }: Pick<FiredNotification, "completedAt" | "responseStatus">): string {
  if (completedAt === null) return "pending";
  if (responseStatus === null) return "connection_error";
  return responseStatus >= 200 && responseStatus < 300 ? "success" : "failed";
}

/** The query is dropped because it often contains secrets. */
function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
