import { z } from "zod";
import type { JobReference } from "../../../ground/kernel/step.ts";
import type { ModularSourceRef } from "../modular-source.ts";

/** A reference to the job that fetches a feed. */
export const fetchFeedJob: JobReference<ModularSourceRef> = {
  name: "modular.fetch-feed",
  input: z.object({ customerId: z.int(), inventorySourceId: z.int() }),
};
