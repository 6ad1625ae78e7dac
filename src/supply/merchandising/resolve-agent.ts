import type { Host } from "../../ground/kernel/host.ts";
import { scopeOf } from "../../ground/kernel/perform.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import type { SellerAgent } from "../../ground/seller-agent/index.ts";
import { type Caller, isCustomer } from "../callers/index.ts";
import { awaitsRehearsal, readFixtures, type SeededFixture, seedFixture } from "../callers/rehearsals/index.ts";
import { descriptionOf } from "./presentation.ts";
import { SettledShelf } from "./settled/settled-shelf.ts";
import type { Shopfront } from "./shopfront.ts";
import { findShopfront } from "./store.ts";
import { StorefrontAgent } from "./storefront-agent.ts";

/** A storefront's agent as it stands before one caller: the same that demand calls in process. */
export interface ResolvedAgent {
  readonly agent: SellerAgent;
  readonly caller: Caller;
  readonly platformId: string;
  readonly publisherDomain: string | null;
  readonly reviewsCreatives: boolean;
  /** What the caller has laid down for its trials, in a sandbox. */
  readonly trials: Trials;
  /** How it presents itself to those who look at its card. */
  readonly card: AgentPresentation;
  /** The same for another request of this caller, by whoever knows that nothing has changed since: see `meetingVersionsOfAnyCustomer`. */
  again(requestId: string): Promise<ResolvedAgent | undefined>;
}

interface Trials {
  fixtures(): Promise<readonly SeededFixture[]>;
  seed(fixture: SeededFixture): Promise<void>;
  /** Whether the caller's next search becomes a task. */
  awaitsSearch(): Promise<boolean>;
}

interface AgentPresentation {
  /** In its operator's words; empty where there are none. */
  readonly description: string;
  readonly organisation: string;
  readonly website: string | null;
  readonly logoUrl: string | null;
}

/**
 * The storefront with a platform id, for one caller; undefined if there is none that is on the market or known to the
 * viewer. One that has closed since remains accessible to those who bought there.
 */
export async function resolveAgent(
  host: Host,
  viewer: Viewer,
  { platformId, principal }: { readonly platformId: string; readonly principal: string },
  requestId: string,
): Promise<ResolvedAgent | undefined> {
  const shopfront = await host.database.read(scopeOf(viewer), (db) => findShopfront(db, viewer, platformId));
  return shopfront && agentAt(shopfront, { host, viewer, principal }, requestId);
}

interface Before {
  readonly host: Host;
  readonly viewer: Viewer;
  readonly principal: string;
}

/** What does not vary with the request is made once, for all in which nothing has changed. */
function agentAt(
  shopfront: Shopfront,
  { host, viewer, principal }: Before,
  requestId: string,
): Promise<ResolvedAgent | undefined> {
  const { storefrontId, platformId, publisherDomain, reviewsCreatives, isOffered, isArchived } = shopfront;
  const shelf = new SettledShelf(host, shopfront);
  const customerId = viewer.customerId === 0 ? null : viewer.customerId;
  const agent = new StorefrontAgent(host, shopfront, { customerId, principal });
  const presented = { platformId, publisherDomain, reviewsCreatives, card: cardOf(shopfront) };
  const again = async (another: string): Promise<ResolvedAgent | undefined> => {
    const caller = { side: await shelf.open(host, another), storefrontId, principal };
    if ((isArchived || !isOffered) && !(await isCustomer(caller))) return undefined;
    return { agent, caller, ...presented, trials: trialsOf(shelf, caller), again };
  };
  return again(requestId);
}

function trialsOf({ remember }: SettledShelf, caller: Caller): Trials {
  const { principal } = caller;
  const known = () => remember(`fixtures of ${principal}`, () => readFixtures(caller));
  let fixtures = known;
  return {
    fixtures: () => fixtures(),
    async seed(fixture) {
      await seedFixture(caller, fixture);
      // What is remembered is of the shelf as this call found it.
      fixtures = () => readFixtures(caller);
    },
    awaitsSearch: () => remember(`next search of ${principal}`, () => awaitsRehearsal(caller, "get_products")),
  };
}

function cardOf({ name, presentation }: Shopfront): AgentPresentation {
  const { brandName, website, logoUrl } = presentation;
  return { description: descriptionOf(presentation), organisation: brandName ?? name, website, logoUrl };
}
