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

/** A storefront's agent as it serves one caller: the same object that the demand side calls in process. */
export interface ResolvedAgent {
  readonly agent: SellerAgent;
  readonly caller: Caller;
  readonly platformId: string;
  readonly publisherDomain: string | null;
  readonly reviewsCreatives: boolean;
  /** The fixtures that the caller has seeded for its tests, in a sandbox. */
  readonly trials: FixtureSource;
  /** What its agent card shows. */
  readonly card: AgentPresentation;
  /**
   * The same agent for another request of this caller. The caller of this function must know that nothing has changed
   * since: see `meetingVersionsOfAnyCustomer`.
   */
  again(requestId: string): Promise<ResolvedAgent | undefined>;
}

interface FixtureSource {
  fixtures(): Promise<readonly SeededFixture[]>;
  seed(fixture: SeededFixture): Promise<void>;
  /** Whether the caller's next search turns into a task. */
  awaitsSearch(): Promise<boolean>;
}

interface AgentPresentation {
  /** The operator's description; empty if there is none. */
  readonly description: string;
  readonly organisation: string;
  readonly website: string | null;
  readonly logoUrl: string | null;
}

/**
 * The storefront with a platform id, for one caller; undefined unless it is on the marketplace or known to the viewer.
 * A storefront that has closed since remains accessible to callers that bought there.
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

interface AgentContext {
  readonly host: Host;
  readonly viewer: Viewer;
  readonly principal: string;
}

/** Builds what does not depend on the request once, for all requests until something changes. */
function agentAt(
  shopfront: Shopfront,
  { host, viewer, principal }: AgentContext,
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

function trialsOf({ remember }: SettledShelf, caller: Caller): FixtureSource {
  const { principal } = caller;
  const known = () => remember(`fixtures of ${principal}`, () => readFixtures(caller));
  let fixtures = known;
  return {
    fixtures: () => fixtures(),
    async seed(fixture) {
      await seedFixture(caller, fixture);
      // The remembered fixtures are those that this call found, so read them again from now on.
      fixtures = () => readFixtures(caller);
    },
    awaitsSearch: () => remember(`next search of ${principal}`, () => awaitsRehearsal(caller, "get_products")),
  };
}

function cardOf({ name, presentation }: Shopfront): AgentPresentation {
  const { brandName, website, logoUrl } = presentation;
  return { description: descriptionOf(presentation), organisation: brandName ?? name, website, logoUrl };
}
