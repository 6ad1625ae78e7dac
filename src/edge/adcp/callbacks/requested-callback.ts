import { z } from "zod";
import { type CallbackSecrets, registerCallback } from "../../../supply/callers/callbacks/index.ts";
import type { ToolAnswer } from "../protocol/envelope.ts";
import { refused } from "../protocol/failure.ts";
import type { AdcpRequestContext } from "../request-context.ts";

/** Where notifications are sent, and how the receiver recognises the sender (AdCP 3.1, including the lengths). */
export const Receiver = {
  url: z.url().max(2048).describe("Where to notify you by POST: https, at a public address"),
  token: z.string().min(16).max(4096).optional().describe("Echoed in the notification"),
  authentication: z
    .object({
      schemes: z.tuple([z.enum(["Bearer", "HMAC-SHA256"])]),
      credentials: z.string().min(32).max(4096),
    })
    .optional()
    .describe("Without it, notifications are signed (RFC 9421): the keys are at /.well-known/jwks.json"),
};

const ReceiverObject = z.object(Receiver);

/** The secrets that a receiver specified with its address, in the form in which they are stored. */
export function secretsOf({
  token,
  authentication,
}: Pick<z.output<typeof ReceiverObject>, "token" | "authentication">) {
  const scheme = authentication?.schemes[0];
  return {
    token,
    authentication: authentication && scheme && { scheme, credentials: authentication.credentials },
  } satisfies CallbackSecrets;
}

/** Throws `SellerRefused` before anything is done if the address could never be called. */
export function checkReceiver(
  config: { readonly url: string } | undefined,
  field: string,
  { resolved }: AdcpRequestContext,
): void {
  const complaint = config && resolved.caller.side.out.outbound.complaint(config.url);
  if (complaint) throw refused("INVALID_REQUEST", `${field}.url: ${complaint}`, `${field}.url`);
}

/** AdCP's push_notification_config. */
export const PushNotificationConfig = z
  .object({
    ...Receiver,
    operation_id: z
      .string()
      .regex(/^[A-Za-z0-9_.:-]{1,255}$/)
      .optional()
      .describe("Echoed in the notification"),
  })
  .optional()
  .describe("For a task that is decided later");

type Config = z.output<typeof PushNotificationConfig>;

export function checkCallback(config: Config, requestContext: AdcpRequestContext): void {
  checkReceiver(config, "push_notification_config", requestContext);
}

/** Enqueues notifications for a submitted task. A task that has ended needs none. */
export async function enqueueCallbacks(
  reported: ToolAnswer,
  taskType: "create_media_buy" | "update_media_buy" | "get_products" | "build_creative",
  config: Config,
  { resolved, a2aContext }: AdcpRequestContext,
): Promise<ToolAnswer> {
  if (reported.status !== "submitted" || !config) return reported;
  const { url, operation_id: operationId = null } = config;
  const asked = { taskId: String(reported.body.task_id), taskType, url, operationId, a2aContext: a2aContext ?? null };
  await registerCallback(resolved.caller, { ...asked, secrets: secretsOf(config) });
  return reported;
}
