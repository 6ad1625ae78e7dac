import { z } from "zod";
import { installationDb } from "../../ground/kernel/context.ts";
import { step } from "../../ground/kernel/step.ts";
import { listSeatsOfAnyCustomer } from "./store.ts";

/** All organisations to which a person belongs. No tenant can see that, so it is a step of the installation. */
export const listSeats = step({
  name: "customers.list-seats",
  reach: "installation",
  reads: true,
  input: z.object({ customerId: z.int(), userId: z.int() }),
  handle: ({ userId }, ctx) => listSeatsOfAnyCustomer(installationDb(ctx), userId),
});
