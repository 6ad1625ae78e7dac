import { step } from "../../ground/kernel/step.ts";
import { domainChanged } from "../../platform/customers/domain/index.ts";
import { verifyOperatorDomain } from "./store.ts";

/**
 * Verifies the storefront that operates under the organisation's own domain, and removes the verification from one that
 * no longer does.
 */
export const verifyDomain = step({
  ...domainChanged,
  handle: ({ customerId }, { db }) => verifyOperatorDomain(db, customerId),
});
