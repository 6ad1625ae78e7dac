import { NOBODY } from "../../../ground/kernel/viewer.ts";
import { isForRequests } from "../../../ground/signatures/index.ts";
import type { AdcpRequestContext } from "../request-context.ts";

/**
 * What `get_adcp_capabilities` says of signed requests, as it is for who asks: a caller whose keys the seller knows is told what
 * holds for it, one that has given none that nothing of it is verified, and nobody that it may be.
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
