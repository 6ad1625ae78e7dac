import type { SellerError } from "../../../ground/seller-agent/index.ts";
import type { AdcpRequestContext } from "../request-context.ts";

/** Assumed if no source states how it bills. */
const USUAL_BILLINGS = ["operator", "agent"];

export function billingsOf(supported: readonly string[]): readonly string[] {
  return supported.length > 0 ? supported : USUAL_BILLINGS;
}

/** The operator can always be invoiced, because the seller issued the key for its buys. */
const OPERATOR = "operator";

/**
 * Why an account is not billed as requested: either nobody's is (AdCP 3.1, BILLING_NOT_SUPPORTED), or not this caller's, because the seller
 * has not agreed to invoice it. The alternatives are listed, but nothing else of the agreement.
 */
export function refusedBilling(
  billing: string | null,
  supported: readonly string[],
  field: string,
  requestContext: AdcpRequestContext,
): SellerError | undefined {
  if (billing === null) return undefined;
  const billings = billingsOf(supported);
  if (!billings.includes(billing)) {
    const message = `${field}: ${billing} is not offered here: choose one of ${billings.join(", ")}`;
    const details = { scope: "capability", supported_billing: billings };
    return { code: "BILLING_NOT_SUPPORTED", message, field, recovery: "correctable", details };
  }
  if (billing === OPERATOR || isInvoiced(requestContext)) return undefined;
  const suggested = billings.includes(OPERATOR) && { suggested_billing: OPERATOR };
  const wayOn = suggested ? `choose ${OPERATOR}` : "agree on invoices with it first";
  const message = `${field}: the seller has not agreed to invoice you: ${wayOn}`;
  const details = { rejected_billing: billing, ...suggested };
  return { code: "BILLING_NOT_PERMITTED_FOR_AGENT", message, field, recovery: "correctable", details };
}

/** A buyer of ours operates its own buys, except in trials, where it can simulate any operator. */
function isInvoiced({ callerKey, viewer }: AdcpRequestContext): boolean {
  return callerKey ? callerKey.agentBilling : !viewer.sandbox;
}
