import type { Db } from "../../../ground/db/index.ts";
import { DAY_MS, SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Capabilities } from "../../../ground/seller-agent/index.ts";
import { readRange } from "../avails/offers/store.ts";
import { channelsOf } from "../avails/product.ts";
import type { ModularSourceRef } from "../modular-source.ts";

/** The source's capabilities, including the countries where it currently sells. */
export async function readCapabilities(db: Db, place: ModularSourceRef, now: Date): Promise<Capabilities> {
  const { channels, domains } = await readRange(db, place, now);
  return {
    supportedVersions: ["3.0", "3.1"],
    protocols: ["media_buy"],
    tools: [
      "get_adcp_capabilities",
      "get_products",
      "list_creative_formats",
      "create_media_buy",
      "update_media_buy",
      "get_media_buys",
      "get_media_buy_delivery",
      "tasks_get",
    ],
    channels: [...new Set(channels.flatMap((channel) => channelsOf({ channel })))],
    publisherDomains: domains,
    hasCreativeLibrary: false,
    holdsInventory: true,
    requireOperatorAuth: false,
    supportedBillings: ["operator"],
    // The ledger keeps keys for ever, but AdCP 3.1 lets a seller promise a week at most.
    idempotencyTtlSeconds: (7 * DAY_MS) / SECOND_MS,
  };
}
