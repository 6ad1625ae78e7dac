import { z } from "zod";
import { keepCallback } from "../../../supply/callers/callbacks/index.ts";
import type { ToolAnswer } from "../protocol/envelope.ts";
import { refused } from "../protocol/failure.ts";
import type { AdcpRequestContext } from "../request-context.ts";

/** AdCP's push_notification_config (3.1; the lengths are its own). */
export const PushNotificationConfig = z
  .object({
    url: z.url().max(2048).describe("Where you want to hear of it by POST: https, at a public address"),
    operation_id: z
      .string()
      .regex(/^[A-Za-z0-9_.:-]{1,255}$/)
      .optional()
      .describe("Echoed in what is sent"),
    token: z.string().min(16).max(4096).optional().describe("Echoed in what is sent"),
    authentication: z
      .object({
        schemes: z.tuple([z.enum(["Bearer", "HMAC-SHA256"])]),
        credentials: z.string().min(32).max(4096),
      })
      .optional()
      .describe("Without it, what is sent is signed (RFC 9421): the keys are at /.well-known/jwks.json"),
  })
  .optional()
  .describe("For a task that is decided later");

type Config = z.output<typeof PushNotificationConfig>;

/** Throws `SellerRefused` for an address that could never be called, before anything is bought. */
export function checkCallback(config: Config, { resolved }: AdcpRequestContext): void {
  const complaint = config && resolved.caller.side.out.outbound.complaint(config.url);
  if (complaint)
    throw refused("INVALID_REQUEST", `push_notification_config.url: ${complaint}`, "push_notification_config.url");
}

/** Has the caller told of what was only submitted. What is over already, it knows. */
export async function tellLater(
  reported: ToolAnswer,
  taskType: "create_media_buy" | "update_media_buy",
  config: Config,
  { resolved }: AdcpRequestContext,
): Promise<ToolAnswer> {
  if (reported.status !== "submitted" || !config) return reported;
  const { url, operation_id: operationId = null, token, authentication } = config;
  await keepCallback(resolved.caller, {
    taskId: String(reported.body.task_id),
    taskType,
    url,
    operationId,
    secrets: {
      token,
      authentication: authentication && {
        scheme: authentication.schemes[0],
        credentials: authentication.credentials,
      },
    },
  });
  return reported;
}
