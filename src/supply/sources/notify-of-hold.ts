import type { Context } from "../../ground/kernel/context.ts";
import { notify } from "../../platform/notifications/index.ts";
import type { Source } from "./source.ts";

/** Tells the seller about a source that waits for its agent's first grades. */
export async function notifyOfHold(ctx: Context, { sourceId, name, authConfigured, authenticationType }: Source) {
  const opens = authConfigured || authenticationType === "NO_AUTH";
  const next = opens
    ? "test it now with POST /readiness/compliance/refresh"
    : "it is tested as soon as you have set your own credential for it";
  const message = `${name} is held back from buyers until its agent has been tested against AdCP: ${next}`;
  await notify(ctx, { type: "source.held_back", resourceType: "INVENTORY_SOURCE", resourceId: sourceId, message });
}
