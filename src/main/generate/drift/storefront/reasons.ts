import type { Reason } from "../known-differences.ts";

export const REASONS: readonly Reason[] = [
  {
    because:
      "Standing, contracts, payment currencies and demonstration accounts belong to the hosted product's billing. An account here is an organisation of the installation.",
    covers: ["getCurrentAccount answer *", "createChildAccount body *", "createChildAccount answer *"],
  },
  {
    because: "Ids are whole numbers, and are taken as numbers or as text.",
    covers: ["readAllNotifications body brandAgentId"],
  },
  {
    because:
      "A storefront's people may name a channel by the code of the older reference or by AdCP's own, `streaming_audio`; it is answered as it was written.",
    covers: ["* answer businessProfile.channels[]"],
  },
  {
    because:
      "What the hosted product asks its people to confirm: that a currency changes a catalogue, that nobody reviews. Here a change takes effect as it is sent.",
    covers: ["updateStorefront body *"],
  },
  {
    because:
      "A linked storefront is told by what its partner may know: its id, its name and how the link stands. The newer answer carries the whole of its settings.",
    covers: ["* answer *linkedStorefront.*"],
  },
  {
    because: "No sales agent is run for an ad server by the installation, so `managedSa` is null, always.",
    covers: ["* answer *managedSa.*", "* answer *adServerProvider", "* answer *connectionType"],
  },
  {
    because:
      "Modes in which an agent's products may be used, declared by agent and by source. A storefront composes or passes on, which `productBuilder.mode` says of each source.",
    covers: [
      "*InventorySource* answer *agentCapabilityUid",
      "*InventorySource* answer *ProductMode",
      "*InventorySource* answer *productModeReasons",
      "*InventorySource* answer *productPaths",
      "getInventorySourceDiagnostics answer source.productMode",
    ],
  },
  {
    because:
      "How often a source is asked for its reports, and by which road: a buyer's media buys are asked about by the clock, and a source that tells by webhook is heard.",
    covers: ["*InventorySource* answer *reportingPollingCadence", "*InventorySource* answer *reportingType"],
  },
  {
    because:
      "An audience that tokens are asked for is taken in `auth`, with the rest of the credential, and a connection is what `auth` and `authenticationType` say.",
    covers: ["*InventorySource body *"],
  },
  {
    because:
      "A call is kept by what was asked, what came of it and how long it took. Its payloads, its tracing ids and who started it are in the operator's log, which the request id leads to.",
    covers: [
      "getInventorySourceDiagnostics answer recentActivity[].*",
      "getInventorySourceDiagnostics answer diagnosis.*",
    ],
  },
  {
    because:
      "Tasks that wait are the orders' own, which their timelines tell. Diagnostics count calls, and each has an end.",
    covers: [
      "getInventorySourceDiagnostics answer outcomeMix.*",
      "getInventorySourceDiagnostics answer performance.*",
      "getInventorySourceDiagnostics answer toolBreakdown[].*",
      "getInventorySourceDiagnostics answer discoveryParticipation.*",
      "getInventorySourceDiagnostics answer externalCallLanes",
      "getInventorySourceDiagnostics answer docs",
    ],
  },
  {
    because: "A test of a source is made and told at once; its calls are kept, and it is no run with an id of its own.",
    covers: ["runInventorySourceDiscoveryTest answer run.*"],
  },
  {
    because:
      "What the newer application's set-up assistant draws: plans, defaults that it applied, evidence, mappings and where its screens lead. `guidance`, `action` and `actionUrl` say what to do.",
    covers: [
      "getStorefrontReadiness answer *",
      "getStorefrontCompliance answer *",
      "refreshStorefrontCompliance answer *",
    ],
  },
  {
    because:
      "A directory tells what agents say of themselves and what publishers say of them. Their storyboards are run for agents that are sources, and told in the readiness.",
    covers: ["discoverAgents answer *"],
  },
  {
    because:
      "A module tells what it needs by the names of its fields, whose schemas are in `GET /module-catalogue`, and each stage's task by its kind. The newer answer repeats every field's description in each place.",
    covers: ["* answer *FieldsBySource[].fields[]*", "* answer *taskContract.*", "* answer *contract.provider"],
  },
  {
    because: "Catalogues of ad servers, and the vendor's own requests: no module here speaks to that vendor.",
    covers: ["* answer *catalogMappingReadiness", "* answer *cadent*"],
  },
  {
    because:
      "A place may be reserved before there is a package to reserve it for, and until then the package is `null`.",
    covers: ["*ModularInventory* answer *packageId"],
  },
  {
    because: "What a feed's row says of formats and properties is kept and answered as it was written.",
    covers: ["* answer *formatOptions[].*", "* answer *publisherProperties[].selection_type"],
  },
  {
    because: "The credential of a module is stored and never read back: the answer says so and no more.",
    covers: ["*ModularInventorySourceModuleCredential answer data"],
  },
  {
    because: "A buyer of another system, which came by a caller's key, has no organisation here.",
    covers: ["* answer *buyerCustomerId"],
  },
  {
    because:
      "An evaluation is by rule: each check says what it looked at, and whether it passes. A model's confidence and its references are none of it.",
    covers: ["evaluate* answer checks[].*"],
  },
  {
    because: "No model writes an answer, so there is no prompt, and nothing that one wrote; `null` says so.",
    covers: [
      "*IntelligenceRun* answer *inventorySnapshot",
      "*IntelligenceRun* answer *prompt",
      "*IntelligenceRun* answer *rawLlmOutput",
      "getSellerDecisionRecord answer *",
    ],
  },
  {
    because:
      "Orders of ad servers that failed half-way, and the marketplace's watch over sources: what waits for people is what this installation made wait, and how sources are is in the readiness.",
    covers: ["getStorefrontPendingOperations answer *"],
  },
  {
    because:
      "An address to consent at is good for ten minutes, so it is answered by what begins a consent: adding or changing a source, and `POST /agents/{agentId}/oauth/authorize`.",
    covers: ["getStorefrontAgent answer oauth.*"],
  },
  {
    because: "The accounts of an agent are its buyers'; a seller reads how the agent is opened, and what it can do.",
    covers: ["getStorefrontAgent answer customerAccount"],
  },
];
