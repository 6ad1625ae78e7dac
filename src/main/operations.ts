import * as advertisersBuyer from "../demand/advertisers/buyer-api.ts";
import * as campaignsBuyer from "../demand/campaigns/buyer-api.ts";
import * as discoveryBuyer from "../demand/discovery/buyer-api.ts";
import * as selectionsBuyer from "../demand/discovery/selections/buyer-api.ts";
import * as mediaBuysBuyer from "../demand/media-buys/buyer-api.ts";
import * as reportingBuyer from "../demand/reporting/buyer-api.ts";
import type { Operation } from "../ground/kernel/operation.ts";
import * as customersShared from "../platform/customers/shared-api.ts";
import * as deadLettersOperator from "../platform/dead-letters/operator-api.ts";
import * as sandboxShared from "../platform/sandbox/shared-api.ts";
import * as signInPublic from "../platform/sign-in/public-api.ts";
import * as termsShared from "../platform/terms/shared-api.ts";
import * as credentialsBuyer from "../supply/credentials/buyer-api.ts";
import * as joinLinksPublic from "../supply/join-links/public-api.ts";
import * as joinLinksStorefront from "../supply/join-links/storefront-api.ts";
import * as marketplaceBuyer from "../supply/marketplace/buyer-api.ts";
import * as marketplaceOperator from "../supply/marketplace/operator-api.ts";
import * as readinessStorefront from "../supply/readiness/storefront-api.ts";
import * as sourcesStorefront from "../supply/sources/storefront-api.ts";
import * as storefrontsStorefront from "../supply/storefronts/storefront-api.ts";

const areas = [
  customersShared,
  termsShared,
  sandboxShared,
  deadLettersOperator,
  signInPublic,
  storefrontsStorefront,
  sourcesStorefront,
  readinessStorefront,
  marketplaceOperator,
  marketplaceBuyer,
  joinLinksStorefront,
  joinLinksPublic,
  credentialsBuyer,
  advertisersBuyer,
  discoveryBuyer,
  selectionsBuyer,
  mediaBuysBuyer,
  campaignsBuyer,
  reportingBuyer,
];

/** Everything a caller can do. An operation missing here does not exist. */
export const operations: readonly Operation[] = areas.flatMap((area) => Object.values(area));
