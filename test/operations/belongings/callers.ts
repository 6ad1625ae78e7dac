import type { CreateResources } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

/** A key to the storefront for a buyer on another system. */
export const callers: CreateResources = async (seller) => {
  const body = { name: "Agency", operatorDomain: "agency.example" };
  return { callerKey: expectData(await seller.post("/storefront/caller-keys", body)).id };
};
