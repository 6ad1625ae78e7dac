import type { Reason } from "../known-differences.ts";

export const REASONS: readonly Reason[] = [
  {
    because:
      "What a buyer wrote of targeting and goals is kept and answered as it was sent, in whatever words its release of AdCP has: sellers speak several.",
    covers: ["* answer *constraints.*[]*", "* answer *optimizationGoals[].eventSources[].eventType"],
  },
  {
    because:
      "A subscription is answered by the events that it asked for. The newer document publishes one; this server has more, and sends none that was not asked for.",
    covers: ["*WebhookSubscription* answer *eventTypes[]"],
  },
  {
    because:
      "A cohort is of one of the kinds that the reference lists; one of another kind would be kept and read by nobody.",
    covers: ["*TestCohort body definition.type"],
  },
  {
    because:
      "`null` is said where nothing is set: a field that comes and goes is harder to read than one that is empty.",
    covers: [
      "*Advertiser answer description",
      "* answer measurementConfig.*Config",
      "* answer measurementConfig.settings",
      "* answer campaign.mediaBuys[].packages[].bidPrice",
    ],
  },
  {
    because:
      "Files of raw delivery that are written into a customer's own bucket. Reports are asked for, or downloaded.",
    covers: ["* dataDelivery", "* campaign.dataDelivery"],
  },
  {
    because: "AdCP counts the window of a frequency cap in whole units (3.1, `duration.json`).",
    covers: ["* body frequencyCaps[].window.interval"],
  },
  {
    because:
      "Caps of a campaign are kept and answered as they were sent; they are no resources with ids and times of their own.",
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
      "A filter of the newer application's screens. The parameter is ignored and the list is longer; what is filtered here is what the reference names.",
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
      "Parts of an answer that are left out or added on request. The whole answer is given; `media-buy-status` is what asks the sellers again.",
    covers: ["listCampaigns query fields", "getCampaign query *"],
  },
  {
    because:
      "Discovery answers when every seller has answered or its time is over, and then once: there is nothing to follow, and no revision to wait for. Who did not answer is named in `incompleteAgents`.",
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
      "What a seller said word for word stays with the operator: a buyer is told whether it answered, how fast, and what kept it from it. The same failure is told in the envelope's words (`code`, `message`).",
    covers: [
      "* answer agentResults[].*",
      "* answer incompleteAgents[].*",
      "executeCampaign answer errors[].debug.*",
      "getMediaBuyAdcpStatus answer errors[].code",
    ],
  },
  {
    because:
      "A product as its seller describes it in AdCP. What the newer application derives from it for its cards, or asks of walled platforms, is not made up here.",
    covers: ["* answer productGroups[].*", "* answer proposals[].*", "* answer *products[].*"],
  },
  {
    because:
      "A product is selected once in a session, by its product and sales agent. Selecting it twice with other targeting, and the pages and pixels of walled platforms, come with the newer application.",
    covers: ["* body *products[].*", "* body packages[].targetingOverlay", "* body *.packages[].targetingOverlay"],
  },
  {
    because:
      "Named metros are resolved from licensed reference data, which is not here; `geo_metros` takes each system's own codes.",
    covers: ["* answer campaign*.constraints.geo_metro_names*"],
  },
  {
    because:
      "Campaigns that run directly on a walled platform are not sold through sellers' agents, so there are none here, and no mode to tell them by.",
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
      "The list is `campaigns`, and `items` repeats it in the newer document alone. How many are active is the `total` of the list filtered by that status.",
    covers: ["listCampaigns answer items", "listCampaigns answer activeCount"],
  },
  {
    because:
      "Either spelling is taken; the document names the one that the rest of the API has: `startTime`, `endTime`, `reason`.",
    covers: ["* body *start_time", "* body *end_time", "* body *updated_reason"],
  },
  {
    because:
      "A single buy's pacing can be replaced, and not be taken away by `null`: sellers are told what holds, never what holds no more.",
    covers: ["updateCampaign body mediaBuys[].pacingPeriods"],
  },
  {
    because:
      "A change that waits is told in `mediaBuys[]` of the same answer, and not again in its references. Creatives do not wait: they are synchronised apart from the buy.",
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
      "A seller gives its formats as it describes them: which of its products one belongs to, and parameters, where it says so.",
    covers: ["* answer *format_option_ref.scope", "* answer *.params"],
  },
  {
    because:
      "The creative studio: roles and sources of assets, derived renditions, transformations, transcoded media and placements. An asset is kept and passed on as it was uploaded or linked.",
    covers: ["*Creative* body *", "*Creative* answer *"],
  },
  {
    because:
      "Kept by the id that sellers know a thing by: an item without one could be matched with nothing in a catalogue.",
    covers: ["logEvent body events[].custom_data.contents[].id"],
  },
  {
    because:
      "A storefront as the reference has it: `sources[]` with what the buyer holds at each. The newer answer rolls them up and adds the marketplace's own profile, scores and cards, for which sellers give no data here.",
    covers: ["listStorefronts answer items[].*", "getStorefront answer *"],
  },
  {
    because:
      "Currencies are kept apart and never converted, so nothing is consolidated, and a figure over several currencies is `null`; each has its own totals in `totalsByCurrency`.",
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
      "`sync` is two operations under one path, told apart by their body: the older one sends catalogs to partners and answers for each of those, the one in AdCP's spelling answers `catalogs`.",
    covers: ["syncCatalogs answer catalogs"],
  },
  {
    because:
      "A catalog is kept as it was last sent, with its offerings. Versions, transforms, activation plans and the health of a schedule belong to the newer application's feeds. How many items it has is `null` while nobody knows what is in its feed.",
    covers: ["listCatalogs answer catalogs[].*", "syncCatalogs answer catalogs[].*"],
  },
  {
    because: "Ids are whole numbers, and are taken as numbers or as text.",
    covers: ["readAllNotifications body brandAgentId"],
  },
];
