import { z } from "zod";
import { step } from "../../ground/kernel/step.ts";
import { domainChanged } from "../../platform/customers/domain/index.ts";
import { verifyOperatorDomain } from "./store.ts";

/** An organisation's own domain verifies the storefront that operates under it, and another one no longer does. */
export const verifyDomain = step({
  name: domainChanged.name,
  input: z.object({ customerId: z.int() }),
  handle: ({ customerId }, { db }) => verifyOperatorDomain(db, customerId),
});
