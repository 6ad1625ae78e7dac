import { step } from "../../ground/kernel/step.ts";
import { domainChanged } from "../../platform/customers/domain/index.ts";
import { verifyOperatorDomain } from "./store.ts";

/** An organisation's own domain verifies the storefront that operates under it, and another one no longer does. */
export const verifyDomain = step({
  ...domainChanged,
  handle: ({ customerId }, { db }) => verifyOperatorDomain(db, customerId),
});
