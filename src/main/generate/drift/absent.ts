/** Published operations that this server does not have, in groups with one reason each. */
export interface Absence {
  readonly because: string;
  readonly operations: readonly string[];
}

export const ABSENT: readonly Absence[] = [
  {
    because:
      "Money between the marketplace and its customers: fees, invoices, cards and rate cards. An installation is run by whoever hosts it, and charges nothing by itself.",
    operations: [
      "acceptIuRateCardOffer",
      "createMediaBillingAttachment",
      "createMediaBillingEntity",
      "deleteMediaBillingAttachment",
      "deleteMediaBillingEntity",
      "downloadIuRateCardCommercialOfferDocument",
      "exchangeCaptureLink",
      "getBillingAccount",
      "getBillingInfo",
      "getFeeInvoice",
      "getInvoiceActivity",
      "getIuRateCardOffer",
      "getIuRateCardOfferV2",
      "listFeeInvoices",
      "listMediaBillingAttachments",
      "listMediaBillingEntities",
      "listPaymentMethods",
      "payNow",
      "removePaymentMethod",
      "resolveMediaBillingEntity",
      "setupPaymentMethod",
      "updateBillingInfo",
      "updateMediaBillingEntity",
    ],
  },
  {
    because:
      "The creative studio: collections, sessions, intents, model credentials, previews and a library above campaigns. Creatives here belong to a campaign, as the reference describes them, and are uploaded or linked.",
    operations: [
      "addCreativeCollectionMembers",
      "archiveCreative",
      "assignCreativeToCampaign",
      "attachCreativeCollectionToCampaign",
      "attachCreativesToCampaign",
      "bulkUpdateCreatives",
      "connectCreativeModelCredential",
      "createAdvertiserCreative",
      "createAdvertiserCreativeCollection",
      "createCreativeCollection",
      "duplicateCreative",
      "evaluateCreativeSession",
      "finalizeCreativeSession",
      "getCreativeCollection",
      "getCreativeConfirmation",
      "getCreativeDashboardUrl",
      "getCreativeIntent",
      "getCreativeReferences",
      "getCreativeSession",
      "listAdvertiserCreativeCollections",
      "listAdvertiserCreatives",
      "listCreativeCollections",
      "listCreativeModelCredentials",
      "previewCreative",
      "remapCreativePlacement",
      "remapCreativePlacements",
      "removeCreativeCollectionMembers",
      "saveCreativesToLibrary",
      "stashBroughtCreatives",
      "unassignCreativeFromCampaign",
      "updateCreativeCollection",
      "updateCreativeModelCredential",
    ],
  },
  {
    because:
      "Connections that stand above credentials, directed campaigns on walled platforms, and publishers of a storefront. Here a credential connects a source, and accounts are linked to advertisers: the model of the reference that this server follows.",
    operations: [
      "connectAdcpStorefront",
      "connectStorefront",
      "getDirectedCampaignDelivery",
      "getDirectedCampaignSubscription",
      "getStorefrontCapabilities",
      "listBuyerStorefrontPublishers",
      "listStorefrontConnectionAccountMappings",
      "listStorefrontConnectionAccountPresences",
      "listStorefrontConnectionAccounts",
      "listStorefrontConnections",
      "mapStorefrontConnectionAccountToAdvertiser",
      "removeStorefrontConnection",
      "selectStorefrontConnectionAccount",
      "subscribeDirectedCampaigns",
      "unsubscribeDirectedCampaigns",
      "updateAccountReportingBucket",
      "updateStorefrontConnectionPolicy",
    ],
  },
  {
    because:
      "Data that is measured elsewhere and uploaded. Events are logged and summarised here; models of them are not built.",
    operations: [
      "createMeasurementSource",
      "getMeasurementFreshness",
      "getMeasurementSource",
      "listMeasurementRecords",
      "listMeasurementSources",
      "syncMeasurementData",
      "updateMeasurementSource",
      "uploadContextRecords",
      "uploadMeasurementRecords",
    ],
  },
  {
    because:
      "Audiences, property lists, syndication and the tasks they run as. None of the flows of the reference needs them; a campaign keeps the audience ids that it is given.",
    operations: [
      "attachPropertyListToCampaign",
      "checkPropertyList",
      "createPropertyList",
      "deletePropertyList",
      "getCampaignPropertyLists",
      "getPropertyList",
      "getPropertyListCheckReport",
      "getSyndicationStatus",
      "getTask",
      "listAudiences",
      "listPropertyLists",
      "syncAudiences",
      "syndicate",
      "updatePropertyList",
    ],
  },
  {
    because:
      "Another way to what the campaign's flow does: buying without a campaign, proposals of updates, catalogs activated by plan. Products are discovered in a session and bought by a campaign.",
    operations: [
      "cancelUpdateProposal",
      "createMediaBuysBatch",
      "executeCatalogActivationPlan",
      "getMarketplaceProducts",
      "getUpdateProposal",
      "previewCatalogActivationPlan",
      "refreshCatalog",
      "saveCatalogTransform",
    ],
  },
  {
    because:
      "Reference data of targeting systems, which would have to be licensed and kept current. Constraints are passed to sellers as they are written.",
    operations: [
      "listGeoMetros",
      "listTargetingDimensions",
      "listTargetingDimensionValues",
      "resolveTargetingDimension",
    ],
  },
  {
    because: "Advice by the marketplace's own models and its moderation service.",
    operations: [
      "approveOptimizationSuggestion",
      "checkModeration",
      "getBuyerReadiness",
      "getOptimizationSuggestion",
      "listOptimizationSuggestions",
      "previewMarketReadiness",
      "rejectOptimizationSuggestion",
      "updateBuyerOperator",
    ],
  },
  {
    because:
      "The successor of `storefronts/interest`, which this server has (`POST /storefronts/interest`): the reference names the older one.",
    operations: ["listAsks", "listSupplyRequests", "removeSupplyRequest", "requestSupply", "suggestSupplyRequests"],
  },
  {
    because:
      "The hosted product's own screens: its home page, release notes, Slack settings, sign-up form, browser origins and call log. The audit log is here, and so are notifications and webhooks.",
    operations: [
      "createBrowserOrigin",
      "deleteBrowserOrigin",
      "getActivityCall",
      "getNotificationDeliveryPreferences",
      "getNotificationPreferences",
      "listActivityCalls",
      "listAllAdvertisersHome",
      "listBrowserOrigins",
      "listReleaseUpdates",
      "markReleaseUpdatesSeen",
      "revalidateDataDeliveryCredential",
      "submitBuyerSignupIntake",
      "updateNotificationDeliveryPreference",
      "updateNotificationPreferences",
    ],
  },
  {
    because: "Organisations are renamed, moved and removed by the installation's operator, not by themselves.",
    operations: ["deleteChildAccount", "getMembershipSettings", "updateMembershipSettings"],
  },
  {
    because: "The MCP server said as REST. MCP is served as MCP, at `POST /mcp/buyer`.",
    operations: ["mcpApiCall", "mcpAskAboutCapability", "mcpInitialize"],
  },
];

export function isAbsent(operation: string): boolean {
  return ABSENT.some(({ operations }) => operations.includes(operation));
}
