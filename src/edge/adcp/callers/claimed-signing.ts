import { NOBODY } from "../../../ground/kernel/viewer.ts";
import { isForRequests } from "../../../ground/signatures/index.ts";
import type { AdcpRequestContext } from "../request-context.ts";

/**
 * What `get_adcp_capabilities` says about signed requests, depending on the caller: if the seller knows its keys, its
 * rules; if it has none, that its signatures are not verified; for anonymous callers, that they may be.
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
