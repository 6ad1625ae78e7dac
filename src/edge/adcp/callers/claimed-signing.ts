import { NOBODY } from "../../../ground/kernel/viewer.ts";
import { isForRequests } from "../../../ground/signatures/index.ts";
import type { AdcpRequestContext } from "../request-context.ts";

/**
 * What `get_adcp_capabilities` states about signed requests. It depends on the caller: the key's rules if the seller knows the caller's
 * keys; that its signatures are not verified if it has none; and for anonymous callers, that they may be verified.
 */
export function claimedSigning(
  { viewer, callerKey }: Pick<AdcpRequestContext, "viewer" | "callerKey">,
  writes: readonly string[],
) {
  const canSign = Object.values(callerKey?.signingKeys ?? {}).some(isForRequests);
  return {
    supported: viewer === NOBODY || canSign,
    covers_content_digest: canSign && callerKey?.sandbox ? "either" : "required",
    required_for: canSign && callerKey?.signingRequired ? writes : [],
  };
}
