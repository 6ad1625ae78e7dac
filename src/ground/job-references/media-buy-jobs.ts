import { z } from "zod";
import type { JobReference } from "../kernel/step.ts";

const MediaBuyRef = z.object({ customerId: z.int(), mediaBuyId: z.string() });

const RefreshInput = MediaBuyRef.extend({
  reportedFrom: z.iso
    .date()
    .optional()
    .describe(
      "The first day for which the seller is known to have news: it is then asked however long ago the buy ended",
    ),
});
export type RefreshInput = z.output<typeof RefreshInput>;

/** Asks the seller of a media buy for its status and delivery, on the buyer's behalf. */
export const refreshJob: JobReference<RefreshInput> = { name: "media-buys.refresh", input: RefreshInput };

/** Asks the seller of a media buy again for its decision on the creatives, on the buyer's behalf. */
export const askAboutCreativesJob: JobReference<z.output<typeof MediaBuyRef>> = {
  name: "media-buys.ask-about-creatives",
  input: MediaBuyRef,
};
