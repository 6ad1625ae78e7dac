import { after } from "../../ground/kernel/clock.ts";
import type { Host } from "../../ground/kernel/host.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import type { SellerCall } from "../../ground/seller-agent/index.ts";
import type { NaturalKey } from "../../supply/callers/index.ts";
import type { FoundKey } from "../../supply/callers/keys/index.ts";
import type { ResolvedAgent } from "../../supply/merchandising/index.ts";

/** One call of a storefront's agent: the storefront, and the caller. */
export interface AdcpRequestContext {
  readonly host: Host;
  readonly resolved: ResolvedAgent;
  /** The caller's identity, under which orders and accounts are stored. */
  readonly principal: string;
  /** `NOBODY` for a caller without a key. */
  readonly viewer: Viewer;
  /** The key of the caller, if it is an outside buyer. */
  readonly callerKey: FoundKey | undefined;
  readonly isSigned: boolean;
  /** For a call over A2A: the context of the message, in which the caller is notified of the result. */
  readonly a2aContext?: string;
  /** The same for every retry of this call; absent if it has no idempotency key. */
  readonly requestHash?: string;
  readonly requestId: string;
}

/** The call to the agent on behalf of the account in the request, or of the caller as such if it names none. */
export function sellerCall(
  { host, viewer, callerKey, requestId }: AdcpRequestContext,
  account: NaturalKey | undefined,
  timeoutMs = host.installation.sellerTimeoutMs,
): SellerCall {
  const { customerId, sandbox, clockOffsetMs, email } = viewer;
  return {
    buyer: {
      customerId: customerId === 0 ? null : customerId,
      name: account?.brandDomain ?? callerKey?.name ?? email ?? "a buyer",
      operatorDomain: account?.operator ?? callerKey?.operatorDomain ?? null,
      brandDomain: account?.brandDomain ?? callerKey?.brandDomain ?? null,
      sandbox: sandbox || (account?.sandbox ?? false),
      ...(sandbox && { sandboxOrganisation: true }),
    },
    timeoutMs,
    now: after(host.clock.now(), clockOffsetMs),
    requestId,
  };
}
