import { z } from "zod";
import { installationDb } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { moveKeyOfAnyCustomer } from "./store.ts";

/** Makes a key act for another organisation of its holder. This involves two tenants, so it is a step of the installation. */
export const moveKey = step({
  name: "api-keys.move",
  reach: "installation",
  input: z.object({ customerId: z.int(), apiKeyId: z.string(), targetId: z.int() }),
  handle: (move, ctx) => moveKeyOfAnyCustomer(installationDb(ctx), move),
});
