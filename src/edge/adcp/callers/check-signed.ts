import { SignatureRefused } from "../../../ground/signatures/index.ts";
import type { Json } from "../../reference/index.ts";
import type { AdcpRequestContext } from "../request-context.ts";
import type { Tool } from "../tools/tool.ts";

/**
 * Throws `SignatureRefused` if this caller should have signed the request: every write, if its key requires that. A caller that can sign
 * must also sign when it sends credentials for callbacks, so that a stolen key cannot be used to redirect them (AdCP 3.1, Webhook
 * security).
 */
export function checkSigned({ callerKey, isSigned }: AdcpRequestContext, tool: Tool, given: Json): void {
  if (!callerKey || isSigned) return;
  if (tool.access === "write" && callerKey.signingRequired)
    throw new SignatureRefused("required", `${tool.name} must be signed: this caller key requires it`);
  const canSign = Object.keys(callerKey.signingKeys).length > 0;
  if (canSign && carriesCredentials(given))
    throw new SignatureRefused("required", "a request that contains credentials for a webhook must be signed");
}

function carriesCredentials({ push_notification_config: task, reporting_webhook: reports, accounts }: Json): boolean {
  const subscribers = Array.isArray(accounts) ? accounts.flatMap((one) => one?.notification_configs ?? []) : [];
  return [task, reports, ...subscribers].some(
    (config) => typeof config === "object" && config !== null && "authentication" in config,
  );
}
