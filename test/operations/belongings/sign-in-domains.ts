import type { Caller } from "../../world.ts";
import { expectData } from "../expect-data.ts";
import type { Ids } from "../owned-resources.ts";

/** A domain whose addresses the organisation's provider can verify. */
export async function signInDomains(owner: Caller): Promise<Ids> {
  const domain = `people-${owner.customerId}.example`;
  expectData(await owner.post("/identity-provider/domains", { domain }));
  return { signInDomain: domain };
}
