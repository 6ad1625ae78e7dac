import type { Db } from "../../ground/db/index.ts";
import { bareDomain } from "../../ground/kernel/domain.ts";
import { listActiveSources } from "../sources/index.ts";

/** An agent that claims more publishers than any network has makes a statement that cannot be checked. */
const MOST_NAMED = 5_000;

/** The publishers for which the agents behind a storefront's sources say that they sell, each listed once. */
export async function namedByAgents(db: Db, customerId: number, storefrontId: number): Promise<string[]> {
  const sources = await listActiveSources(db, customerId, storefrontId);
  const named = sources.flatMap(({ capabilities }) => capabilities?.publisherDomains ?? []);
  return [...new Set(named.flatMap((text) => bareDomain(text) ?? []))].slice(0, MOST_NAMED);
}
