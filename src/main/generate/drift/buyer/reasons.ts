import type { Reason } from "../known-differences.ts";

export const REASONS: readonly Reason[] = [
  {
    because:
      "A buyer's targeting and goals are stored and returned as they were sent, in the terms of its AdCP release: sellers support several.",
    covers: ["* answer *constraints.*[]*", "* answer *optimizationGoals[].eventSources[].eventType"],
  },
  {
    because:
      "A subscription gets the events that it requested. The newer document publishes one event; this server has more, and sends only those that were requested.",
    covers: ["*WebhookSubscription* answer *eventTypes[]"],
  },
  {
    because: "A cohort has one of the kinds that the reference lists; nothing would use any other kind.",
    covers: ["*TestCohort body definition.type"],
  },
  {
    because:
      "A field that is not set is `null`: a field that is sometimes missing is harder to read than an empty one.",
    covers: [
      "*Advertiser answer description",
      "* answer measurementConfig.*Config",
      "* answer measurementConfig.settings",
      "* answer campaign.mediaBuys[].packages[].bidPrice",
    ],
  },
  {
    because:
      "Files of raw delivery data that are written to a customer's own bucket. Here, reports are requested or downloaded.",
    covers: ["* dataDelivery", "* campaign.dataDelivery"],
  },
  {
    because: "AdCP specifies the window of a frequency cap in whole units (3.1, `duration.json`).",
    covers: ["* body frequencyCaps[].window.interval"],
  },
  {
    because:
      "A campaign's caps are stored and returned as they were sent; they are not resources with their own ids and times.",
    covers: ["* answer campaign.frequencyCaps[].*"],
  },
  {
    because: "Creatives are capped with the campaign they belong to.",
    covers: ["* body frequencyCaps", "* answer frequencyCaps"],
  },
  {
    because:
      "The `X-SCOPE3-SEAT-ID` header, which fixes one advertiser for a whole session, is not read: requests name their advertiser.",
    covers: ["listAdvertisers answer currentAdvertiserId"],
  },
  {
    because:
      "A filter for the newer application's screens. The parameter is ignored, so the list is longer; the filters here are those of the reference.",
    covers: [
      "listAdvertisers query linkedAccountPartnerId",
      "listCampaigns query management",
      "listCampaigns query mode",
      "listStorefronts query *",
      "listCreativeManifests query *",
      "listTestCohorts query advertiserId",
    ],
  },
  {
    because:
      "Parts of an answer that are left out or added on request. The whole answer is returned; `media-buy-status` asks the sellers again.",
    covers: ["listCampaigns query fields", "getCampaign query *"],
  },
  {
    because:
      "Discovery answers once, when every seller has answered or the time is over: there is nothing to poll, and no revision to wait for. Agents that did not answer are listed in `incompleteAgents`.",
    covers: [
      "discoverProducts body progressive",
      "browseProducts query *",
      "* answer progress",
      "* answer pendingAgents",
      "* answer resultsComplete",
      "* answer revision",
    ],
  },
  {
    because:
      "What the marketplace's own models add to discovery: screening, evaluation, diagnostics and codes for proposals. Products are ranked by rules here, and `agentResults` says what each seller answered.",
    covers: [
      "discoverProducts body evaluation",
      "discoverProducts body screening",
      "discoverProducts body proposalCode",
      "* answer diagnostics",
      "* answer connectionIssues",
    ],
  },
  {
    because:
      "Only the operator sees a seller's literal reply: a buyer sees whether it answered, how fast, and why not. The failure itself has the envelope's fields (`code`, `message`).",
    covers: [
      "* answer agentResults[].*",
      "* answer incompleteAgents[].*",
      "executeCampaign answer errors[].debug.*",
      "getMediaBuyAdcpStatus answer errors[].code",
    ],
  },
  {
    because:
      "A product as its seller describes it in AdCP. What the newer application derives from it for its cards, or requests from walled platforms, is not invented here.",
    covers: ["* answer productGroups[].*", "* answer proposals[].*", "* answer *products[].*"],
  },
  {
    because:
      "A product is selected once in a session, by its product and sales agent. Selecting it twice with other targeting, and the pages and pixels of walled platforms, come with the newer application.",
    covers: ["* body *products[].*", "* body packages[].targetingOverlay", "* body *.packages[].targetingOverlay"],
  },
  {
    because:
      "Names of metros are resolved with licensed reference data, which is not available here; `geo_metros` accepts each system's own codes.",
    covers: ["* answer campaign*.constraints.geo_metro_names*"],
  },
  {
    because:
      "Campaigns that run directly on a walled platform are not sold through sellers' agents, so there are none here, and no mode that distinguishes them.",
    covers: [
      "* answer *.directed",
      "* answer *.management",
      "updateCampaign body mode",
      "updateCampaign body refresh",
      "listCampaigns answer v3Enabled",
    ],
  },
  {
    because:
      "The list is `campaigns`; only the newer document repeats it as `items`. The number of active campaigns is the `total` of the list filtered by that status.",
    covers: ["listCampaigns answer items", "listCampaigns answer activeCount"],
  },
  {
    because:
      "Both spellings are accepted; the document uses the one in the rest of the API: `startTime`, `endTime`, `reason`.",
    covers: ["* body *start_time", "* body *end_time", "* body *updated_reason"],
  },
  {
    because:
      "A single buy's pacing can be replaced, but not removed with `null`: sellers receive values that apply, never the removal of a value.",
    covers: ["updateCampaign body mediaBuys[].pacingPeriods"],
  },
  {
    because:
      "A pending change is listed in `mediaBuys[]` of the same answer, and not repeated in its references. Creatives do not wait: they are synchronised separately from the buy.",
    covers: ["* answer campaign.mediaBuyRefs[].*", "* answer mediaBuy.pendingChange.*"],
  },
  {
    because:
      "The newer application's own bookkeeping on a media buy: fees, its performance score, mappings to walled platforms. Budgets are what the seller is paid; figures are in the reporting.",
    covers: [
      "* answer campaign.mediaBuys[].*",
      "* answer mediaBuy.optimizationGoals",
      "* answer campaign.propertyLists",
    ],
  },
  {
    because:
      "Formats are returned as their seller describes them: to which of its products one belongs, and its parameters, if the seller says so.",
    covers: ["* answer *format_option_ref.scope", "* answer *.params"],
  },
  {
    because:
      "The creative studio: roles and sources of assets, derived renditions, transformations, transcoded media and placements. An asset is stored and passed on as it was uploaded or linked.",
    covers: ["*Creative* body *", "*Creative* answer *"],
  },
  {
    because:
      "Items are stored by the id that sellers use: an item without one could not be matched with anything in a catalogue.",
    covers: ["logEvent body events[].custom_data.contents[].id"],
  },
  {
    because:
      "A storefront as in the reference: `sources[]` with the buyer's credentials and accounts at each. The newer answer aggregates them and adds the marketplace's own profile, scores and cards, for which sellers give no data here.",
    covers: ["listStorefronts answer items[].*", "getStorefront answer *"],
  },
  {
    because:
      "Currencies are kept separate and never converted, so nothing is consolidated, and a figure over several currencies is `null`; each currency has its own totals in `totalsByCurrency`.",
    covers: [
      "getReportingMetrics query displayCurrency",
      "getReportingMetrics answer consolidated",
      "getReportingMetrics answer *deliveryFxConversion",
      "getReportingMetrics answer *currency",
      "getReportingMetrics answer *spend",
      "getReportingMetrics answer *conversionValue",
    ],
  },
  {
    because:
      "Standing, contracts, payment currencies and demonstration accounts belong to the hosted product's billing. An account here is an organisation of the installation.",
    covers: ["getCurrentAccount answer *", "createChildAccount body *", "createChildAccount answer *"],
  },
  {
    because:
      "`sync` is two operations with one path, distinguished by their body: the older one sends catalogs to partners and answers for each of those, the one in AdCP's spelling answers `catalogs`.",
    covers: ["syncCatalogs answer catalogs"],
  },
  {
    because:
      "A catalog is stored as it was last sent, with its offerings. Versions, transforms, activation plans and the health of a schedule belong to the newer application's feeds. Its number of items is `null` until its feed has been read.",
    covers: ["listCatalogs answer catalogs[].*", "syncCatalogs answer catalogs[].*"],
  },
  {
    because: "Ids are integers, and are accepted as numbers or strings.",
    covers: ["readAllNotifications body brandAgentId"],
  },
];
