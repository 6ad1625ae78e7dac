import { randomBytes } from "node:crypto";
import type { CreateResources } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

/** A source that is fed by a file, with a module, and a booking that people have to handle. */
export const modular: CreateResources = async (seller) => {
  const name = randomBytes(6).toString("hex");
  const made = expectData(
    await seller.post("/storefront/inventory-sources/modular/feed", { name: `Rows ${name}`, sourceId: `rows-${name}` }),
  );
  const path = `/storefront/inventory-sources/${made.sourceId}/modular`;
  const moduleInstanceId = `people-${name}`;
  const manual = { contractId: "manual-trafficking:v1", moduleInstanceId, config: { targetSystem: "OMS" } };
  expectData(await seller.post(`${path}/modules`, manual));
  const avail = {
    availId: "a",
    name: "Prime",
    collectionId: "ctv",
    collectionName: "CTV",
    startTime: "2026-01-01",
    endTime: "2099-12-31",
    impressionsCapacity: 1_000,
    cpm: 20,
    currency: "USD",
    formatOptions: [{ format_kind: "video_hosted" }],
    publisherProperties: [{ publisher_domain: "publisher.example", selection_type: "all" }],
  };
  expectData(await seller.post(`${path}/avails-feed`, { avails: [avail], confirmed: true }));
  const buy = { mediaBuyId: `mb-${name}`, buyerCustomerId: 1, availId: "a" };
  expectData(await seller.post(`${path}/reservations`, { ...buy, requestedImpressions: 10 }));
  const { workItems } = expectData(await seller.post(`${path}/bookings/finalize`, buy));
  // Disabled, so that the other buyers, who search for what its simulated publisher sells, do not find any of it.
  expectData(await seller.put(`/storefront/inventory-sources/${made.sourceId}`, { status: "DISABLED" }));
  return { modularSource: made.sourceId, sourceModule: moduleInstanceId, workItem: workItems[0].id };
};
