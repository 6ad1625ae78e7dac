import * as accountsBuyer from "../demand/advertisers/accounts/buyer-api.ts";
import * as advertisersBuyer from "../demand/advertisers/buyer-api.ts";
import * as eventSourcesBuyer from "../demand/advertisers/event-sources/buyer-api.ts";
import * as eventsBuyer from "../demand/advertisers/event-sources/events/buyer-api.ts";
import * as measurementConfigBuyer from "../demand/advertisers/measurement-config/buyer-api.ts";
import * as testCohortsBuyer from "../demand/advertisers/test-cohorts/buyer-api.ts";
import * as campaignsBuyer from "../demand/campaigns/buyer-api.ts";
import * as mediaBuyChangesBuyer from "../demand/campaigns/changes/buyer-api.ts";
import * as campaignSelectionBuyer from "../demand/campaigns/selection/buyer-api.ts";
import * as catalogsBuyer from "../demand/catalogs/buyer-api.ts";
import * as offeringsBuyer from "../demand/catalogs/offerings/buyer-api.ts";
import * as catalogSyncBuyer from "../demand/catalogs/sync/buyer-api.ts";
import * as creativesBuyer from "../demand/creatives/buyer-api.ts";
import * as formatsBuyer from "../demand/creatives/formats/buyer-api.ts";
import * as discoveryBuyer from "../demand/discovery/buyer-api.ts";
import * as selectionsBuyer from "../demand/discovery/selections/buyer-api.ts";
import * as mediaBuysBuyer from "../demand/media-buys/buyer-api.ts";
import * as reportingBuyer from "../demand/reporting/buyer-api.ts";
import * as deliveryReportsBuyer from "../demand/reporting/delivery-reports/buyer-api.ts";
import * as adcpWebhooksPublic from "../edge/adcp-webhooks/public-api.ts";
import type { Operation } from "../ground/kernel/operation.ts";
import * as apiKeysShared from "../platform/api-keys/shared-api.ts";
import * as auditShared from "../platform/audit/shared-api.ts";
import * as brandsBuyer from "../platform/brands/buyer-api.ts";
import * as brandsStorefront from "../platform/brands/storefront-api.ts";
import * as customerDomainShared from "../platform/customers/domain/shared-api.ts";
import * as customersShared from "../platform/customers/shared-api.ts";
import * as deadLettersOperator from "../platform/dead-letters/operator-api.ts";
import * as invitationsShared from "../platform/members/invitations/shared-api.ts";
import * as membersShared from "../platform/members/shared-api.ts";
import * as notificationsShared from "../platform/notifications/shared-api.ts";
import * as sandboxShared from "../platform/sandbox/shared-api.ts";
import * as signInPublic from "../platform/sign-in/public-api.ts";
import * as termsShared from "../platform/terms/shared-api.ts";
import * as webhookDeliveriesShared from "../platform/webhooks/deliveries/shared-api.ts";
import * as webhooksShared from "../platform/webhooks/shared-api.ts";
import * as agentsBuyer from "../supply/agents/buyer-api.ts";
import * as agentsStorefront from "../supply/agents/storefront-api.ts";
import * as analyticsStorefront from "../supply/analytics/storefront-api.ts";
import * as autoApprovalsStorefront from "../supply/approvals/buyers/storefront-api.ts";
import * as approvalsStorefront from "../supply/approvals/storefront-api.ts";
import * as callerKeysStorefront from "../supply/callers/keys/storefront-api.ts";
import * as creativeReviewsStorefront from "../supply/creatives/reviews/storefront-api.ts";
import * as credentialsBuyer from "../supply/credentials/buyer-api.ts";
import * as credentialsByAgentBuyer from "../supply/credentials/by-agent/buyer-api.ts";
import * as oauthStorefront from "../supply/credentials/oauth/storefront-api.ts";
import * as buyerInstructionsStorefront from "../supply/instructions/buyers/storefront-api.ts";
import * as houseDiscountsStorefront from "../supply/instructions/discounts/storefront-api.ts";
import * as operatingInstructionsStorefront from "../supply/instructions/operating/storefront-api.ts";
import * as acceptancePolicyStorefront from "../supply/instructions/policy/storefront-api.ts";
import * as intelligenceStorefront from "../supply/intelligence/storefront-api.ts";
import * as interestBuyer from "../supply/interest/buyer-api.ts";
import * as interestOperator from "../supply/interest/operator-api.ts";
import * as joinLinksPublic from "../supply/join-links/public-api.ts";
import * as joinLinksStorefront from "../supply/join-links/storefront-api.ts";
import * as linksStorefront from "../supply/links/storefront-api.ts";
import * as marketplaceBuyer from "../supply/marketplace/buyer-api.ts";
import * as marketplaceOperator from "../supply/marketplace/operator-api.ts";
import * as previewStorefront from "../supply/merchandising/preview/storefront-api.ts";
import * as ordersStorefront from "../supply/orders/seller-view/storefront-api.ts";
import * as pendingOperationsStorefront from "../supply/pending-operations/storefront-api.ts";
import * as agentDirectoryStorefront from "../supply/publishers/directory/storefront-api.ts";
import * as operatorDomainStorefront from "../supply/publishers/operator-domain/storefront-api.ts";
import * as publishersStorefront from "../supply/publishers/storefront-api.ts";
import * as readinessStorefront from "../supply/readiness/storefront-api.ts";
import * as productRulesStorefront from "../supply/rules/storefront-api.ts";
import * as signalsBuyer from "../supply/signals/buyer-api.ts";
import * as simulatedBuyersStorefront from "../supply/simulated-buyers/storefront-api.ts";
import * as discoveryTestStorefront from "../supply/sources/discovery-test/storefront-api.ts";
import * as sourcesStorefront from "../supply/sources/storefront-api.ts";
import * as storefrontsStorefront from "../supply/storefronts/storefront-api.ts";

const areas = [
  customersShared,
  customerDomainShared,
  termsShared,
  sandboxShared,
  deadLettersOperator,
  membersShared,
  invitationsShared,
  apiKeysShared,
  auditShared,
  notificationsShared,
  webhooksShared,
  webhookDeliveriesShared,
  signInPublic,
  storefrontsStorefront,
  sourcesStorefront,
  discoveryTestStorefront,
  linksStorefront,
  publishersStorefront,
  operatorDomainStorefront,
  agentDirectoryStorefront,
  operatingInstructionsStorefront,
  acceptancePolicyStorefront,
  buyerInstructionsStorefront,
  houseDiscountsStorefront,
  productRulesStorefront,
  previewStorefront,
  intelligenceStorefront,
  analyticsStorefront,
  simulatedBuyersStorefront,
  ordersStorefront,
  creativeReviewsStorefront,
  approvalsStorefront,
  autoApprovalsStorefront,
  pendingOperationsStorefront,
  callerKeysStorefront,
  readinessStorefront,
  marketplaceOperator,
  interestOperator,
  interestBuyer,
  marketplaceBuyer,
  joinLinksStorefront,
  joinLinksPublic,
  credentialsBuyer,
  agentsBuyer,
  agentsStorefront,
  signalsBuyer,
  credentialsByAgentBuyer,
  oauthStorefront,
  brandsBuyer,
  brandsStorefront,
  advertisersBuyer,
  accountsBuyer,
  eventSourcesBuyer,
  eventsBuyer,
  testCohortsBuyer,
  measurementConfigBuyer,
  catalogSyncBuyer,
  catalogsBuyer,
  offeringsBuyer,
  discoveryBuyer,
  selectionsBuyer,
  mediaBuysBuyer,
  campaignsBuyer,
  campaignSelectionBuyer,
  mediaBuyChangesBuyer,
  formatsBuyer,
  creativesBuyer,
  reportingBuyer,
  deliveryReportsBuyer,
  adcpWebhooksPublic,
];

/** Everything a caller can do. An operation missing here does not exist. */
export const operations: readonly Operation[] = areas.flatMap((area) => Object.values(area));
