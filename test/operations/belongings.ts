import type { Caller, World } from "../world.ts";
import { accountPlane } from "./belongings/account-plane.ts";
import { accounts } from "./belongings/accounts.ts";
import { actingGrants } from "./belongings/acting-grants.ts";
import { applications } from "./belongings/applications.ts";
import { approvals } from "./belongings/approvals.ts";
import { callers } from "./belongings/callers.ts";
import { catalogs } from "./belongings/catalogs.ts";
import { creativeReviews } from "./belongings/creative-reviews.ts";
import { creatives } from "./belongings/creatives.ts";
import { deadLetters } from "./belongings/dead-letters.ts";
import { instructions } from "./belongings/instructions.ts";
import { links } from "./belongings/links.ts";
import { measurement } from "./belongings/measurement.ts";
import { mediaBuys } from "./belongings/media-buys.ts";
import { merchandising } from "./belongings/merchandising.ts";
import { modular } from "./belongings/modular.ts";
import { orders } from "./belongings/orders.ts";
import { passkeys } from "./belongings/passkeys.ts";
import { platformConnections } from "./belongings/platform-connections.ts";
import { publishers } from "./belongings/publishers.ts";
import { sessions } from "./belongings/sessions.ts";
import { signInDomains } from "./belongings/sign-in-domains.ts";
import { signUps } from "./belongings/sign-ups.ts";
import type { Ids } from "./owned-resources.ts";

/** Creates what an organisation owns in one area, and returns the ids by noun; `ids` are those of what exists already. */
export type CreateResources = (owner: Caller, ids: Ids, world: World) => Promise<Ids>;

/** What a buyer owns besides its purchases; each area adds its own. */
export const belongings: readonly CreateResources[] = [
  accountPlane,
  applications,
  accounts,
  measurement,
  creatives,
  mediaBuys,
  catalogs,
  sessions,
  actingGrants,
  signUps,
  deadLetters,
  passkeys,
  signInDomains,
  platformConnections,
];

/** What a seller owns besides its storefront and what that sells. */
export const sellersBelongings: readonly CreateResources[] = [
  instructions,
  publishers,
  orders,
  creativeReviews,
  links,
  approvals,
  callers,
  merchandising,
  modular,
];
