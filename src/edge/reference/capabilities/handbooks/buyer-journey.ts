import type { Step } from "./handbook.ts";

const FLIGHT = { startDate: "2027-03-01T00:00:00Z", endDate: "2027-03-31T23:59:59Z" };
const BRIEF = "Premium streaming TV and podcasts for people who love hiking, in the US";

/** A buyer's way from nothing to a delivery report. */
export const BUYER_JOURNEY: readonly Step[] = [
  {
    operation: "acceptTos",
    why: "Once for each organisation, by the tool `accept_tos`; until then every write is refused with TOS_ACCEPTANCE_REQUIRED.",
  },
  {
    operation: "createAdvertiser",
    why: "The seat that buys for one brand. Keep `id`. `sandbox: true` spends no money, and cannot be changed later.",
    body: { name: "Trailhead Coffee", brand: "trailheadcoffee.example", primaryCurrency: "USD", sandbox: true },
  },
  {
    operation: "listStorefronts",
    why: "Who sells. Keep each `id`, and compare `sourceCount` with `connectedSourceCount`.",
  },
  {
    operation: "getStorefront",
    why: "The storefront's sources. One with `requiresCredentials: true` and `connected: false` waits for a credential of yours.",
    pathParams: { storefrontId: "1" },
  },
  {
    operation: "registerSourceCredentials",
    why: "Your key or token at that source. It is never shown again. Some sources need none.",
    optional: true,
    pathParams: { storefrontId: "1", sourceId: "main" },
    body: { accountIdentifier: "trailhead-seat", auth: { type: "api_key", token: "the key that the seller gave you" } },
  },
  {
    operation: "listAvailableAccounts",
    why: "Your accounts at a source, if it bills by account.",
    optional: true,
    pathParams: { advertiserId: 12 },
    query: { storefrontId: 1, sourceId: "main" },
  },
  {
    operation: "assignAccount",
    why: "Ties one of those accounts to the advertiser, for all its buys there.",
    optional: true,
    pathParams: { advertiserId: 12 },
    body: { storefrontId: 1, sourceId: "main", accountId: "trailhead-seat" },
  },
  {
    operation: "syncEventSources",
    why: "Where conversions come from; needed before a campaign can be optimised towards them.",
    optional: true,
    pathParams: { advertiserId: 12 },
    body: {
      account: { account_id: 12 },
      event_sources: [{ event_source_id: "web-shop", name: "Web shop", event_types: ["purchase"] }],
    },
  },
  {
    operation: "discoverProducts",
    why: "Asks every seller and ranks what they offer. Keep `discoveryId`, and of each product `productId`, `salesAgentId` and a `pricingOptionId`.",
    body: { advertiserId: 12, brief: BRIEF, channels: ["ctv", "podcast"], countries: ["US"] },
  },
  {
    operation: "addProducts",
    why: "Selects products of the session, each with its budget. A pricing option whose `isFixed` is false needs a `bidPrice` not below its floor.",
    pathParams: { discoveryId: "disc_019ab3" },
    body: {
      products: [
        { productId: "prime_drama", salesAgentId: "agt_24c4a2", pricingOptionId: "cpm_fixed", budget: 10_000 },
        {
          productId: "business_daily",
          salesAgentId: "agt_7be1d0",
          pricingOptionId: "cpm_auction",
          bidPrice: 5.5,
          budget: 5_000,
        },
      ],
    },
  },
  {
    operation: "createCampaign",
    why: "A draft of the session's selection: nothing is bought yet. Keep `campaignId`.",
    body: {
      advertiserId: 12,
      name: "Spring launch",
      brief: BRIEF,
      flightDates: FLIGHT,
      budget: { total: 15_000, currency: "USD", pacing: "EVEN" },
      discoveryId: "disc_019ab3",
    },
  },
  {
    operation: "createCreativeManifest",
    why: "The ads themselves, for products that require them before they run.",
    optional: true,
    pathParams: { campaignId: "cmp_019ab3" },
    body: {
      name: "Hiking, 15 seconds",
      assets: [{ url: "https://cdn.trailheadcoffee.example/hiking-15s.mp4", label: "Film" }],
      url_asset: { url: "https://trailheadcoffee.example/spring", url_type: "clickthrough" },
    },
  },
  {
    operation: "executeCampaign",
    why: "Buys: one media buy per seller. Some may succeed and others fail, so read `errors`. It is safe to repeat.",
    pathParams: { campaignId: "cmp_019ab3" },
  },
  {
    operation: "getCampaign",
    why: "The status of each media buy. One that is not running says `why`: what it is waiting for, who has to act, and what to do next.",
    pathParams: { campaignId: "cmp_019ab3" },
  },
  {
    operation: "getReportingMetrics",
    why: "What was delivered and spent, from the advertiser down to the package, or day by day with `view=timeseries`.",
    query: { campaignId: "cmp_019ab3", days: 30 },
  },
  {
    operation: "pauseCampaign",
    why: "Stops delivery of the whole campaign; `pauseMediaBuy` stops a part of it.",
    optional: true,
    pathParams: { campaignId: "cmp_019ab3" },
  },
  {
    operation: "reactivateCampaign",
    why: "Lets a paused campaign run again.",
    optional: true,
    pathParams: { campaignId: "cmp_019ab3" },
  },
];
