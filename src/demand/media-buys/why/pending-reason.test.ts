import { expect, test } from "vitest";
import type { MediaBuy } from "../media-buy.ts";
import { pendingAt, pendingReasonOf } from "./pending-reason.ts";

const waiting = { status: "PENDING_APPROVAL", submittedAt: new Date("2026-08-01T10:00:00Z"), sellerMediaBuyId: null };

test.each([
  ["its storefront, before that has approved it", { storefrontId: 1, sellerMediaBuyId: "ord_1" }, "storefront"],
  ["a source behind its storefront afterwards", { storefrontId: 1 }, "salesagent"],
  ["a seller outside", { storefrontId: null, sellerMediaBuyId: "theirs" }, "salesagent"],
])("a buy waits for %s", (_, known, place) => {
  const buy = { ...waiting, ...known } as MediaBuy;
  const reason = place === "storefront" ? "awaiting_storefront_approval" : "awaiting_source_moderation";
  expect([pendingAt(buy), pendingReasonOf(buy)]).toEqual([place, reason]);
});
