import { z } from "zod";
import { refreshMediaBuy, takeDelivery } from "../../demand/media-buys/index.ts";
import { step } from "../../ground/kernel/step.ts";
import { receiveLegWebhook } from "../../supply/orders/legs/index.ts";

/**
 * Follows a webhook of a seller's source to whoever bought there. A report is written down; for everything else the buyer asks,
 * as it does by the clock, so that webhooks and checks come to the same.
 */
export const receiveSourceWebhook = step({
  name: "adcp-webhooks.hear",
  input: z.object({ customerId: z.int(), legId: z.string(), body: z.unknown().optional() }),

  claim: async ({ legId, body }, ctx) => receiveLegWebhook(ctx, legId, body),

  async call({ buyerCustomerId: customerId, mediaBuyId, delivery }, { perform }) {
    if (delivery) await perform(takeDelivery, { customerId, mediaBuyId, ...delivery });
    else await perform(refreshMediaBuy, { customerId, mediaBuyId });
  },

  settle: async () => undefined,
});
