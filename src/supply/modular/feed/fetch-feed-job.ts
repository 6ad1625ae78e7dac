import { z } from "zod";
import type { JobReference } from "../../../ground/kernel/step.ts";
import type { Place } from "../modular-source.ts";

/** The step that fetches a feed, as those know it who leave it behind. */
export const fetchFeedJob: JobReference<Place> = {
  name: "modular.fetch-feed",
  input: z.object({ customerId: z.int(), inventorySourceId: z.int() }),
};
