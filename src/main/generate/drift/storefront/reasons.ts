import type { Reason } from "../known-differences.ts";

export const REASONS: readonly Reason[] = [
  {
    because:
      "Standing, contracts, payment currencies and demonstration accounts belong to the hosted product's billing. An account here is an organisation of the installation.",
    covers: ["getCurrentAccount answer *", "createChildAccount body *", "createChildAccount answer *"],
  },
  {
    because: "Ids are integers, and are accepted as numbers or strings.",
    covers: ["readAllNotifications body brandAgentId"],
  },
  {
    because:
      "A channel can be named by the code of the older reference or by AdCP's, `streaming_audio`; it is returned as it was sent.",
    covers: ["* answer businessProfile.channels[]"],
  },
  {
    because:
      "Confirmations in the hosted product: that a currency changes a catalogue, or that nobody reviews. Here, a change takes effect when it is sent.",
    covers: ["updateStorefront body *"],
  },
  {
    because:
      "For a linked storefront, the answer has what its partner may know: its id, its name and the link's status. The newer answer contains all of its settings.",
    covers: ["* answer *linkedStorefront.*"],
  },
  {
    because: "The installation runs no sales agents for ad servers, so `managedSa` is always null.",
    covers: ["* answer *managedSa.*", "* answer *adServerProvider", "* answer *connectionType"],
  },
  {
    because:
      "Modes in which an agent's products may be used, declared by agent and by source. A storefront composes its products or passes them through, as `productBuilder.mode` says for each source.",
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
      "How often and in which way a source is asked for its reports: a buyer's media buys are polled on a schedule, and webhooks from sources are accepted.",
    covers: ["*InventorySource* answer *reportingPollingCadence", "*InventorySource* answer *reportingType"],
  },
  {
    because:
      "The audience for tokens is part of `auth`, with the rest of the credential; `auth` and `authenticationType` define a connection.",
    covers: ["*InventorySource body *"],
  },
  {
    because:
      "For a call, the request's kind, its result and its duration are stored. Its payloads, its trace ids and its initiator are in the operator's log, where the request id finds them.",
    covers: [
      "getInventorySourceDiagnostics answer recentActivity[].*",
      "getInventorySourceDiagnostics answer diagnosis.*",
    ],
  },
  {
    because:
      "Pending tasks belong to orders, and are shown in their timelines. Diagnostics count calls, all of which have ended.",
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
    because:
      "A test of a source returns its result immediately; its calls are stored, but it is not a run with its own id.",
    covers: ["runInventorySourceDiscoveryTest answer run.*"],
  },
  {
    because:
      "Data for the newer application's setup assistant: plans, defaults that it applied, evidence, mappings and links to its screens. `guidance`, `action` and `actionUrl` say what to do.",
    covers: [
      "getStorefrontReadiness answer *",
      "getStorefrontCompliance answer *",
      "refreshStorefrontCompliance answer *",
    ],
  },
  {
    because:
      "A directory contains what agents say about themselves and what publishers say about them. Storyboards are run for agents that are sources; their results are part of the readiness.",
    covers: ["discoverAgents answer *"],
  },
  {
    because:
      "A module states its requirements as names of fields, whose schemas are in `GET /module-catalogue`, and each stage's task as its kind. The newer answer repeats every field's description each time.",
    covers: ["* answer *FieldsBySource[].fields[]*", "* answer *taskContract.*", "* answer *contract.provider"],
  },
  {
    because: "Catalogues of ad servers, and the vendor's own requests: no module here supports that vendor.",
    covers: ["* answer *catalogMappingReadiness", "* answer *cadent*"],
  },
  {
    because: "Inventory can be reserved before its package exists; until then, the package is `null`.",
    covers: ["*ModularInventory* answer *packageId"],
  },
  {
    because: "A feed row's formats and properties are stored and returned as they were written.",
    covers: ["* answer *formatOptions[].*", "* answer *publisherProperties[].selection_type"],
  },
  {
    because: "A module's credential is stored and never returned: the answer only says that there is one.",
    covers: ["*ModularInventorySourceModuleCredential answer data"],
  },
  {
    because: "A buyer on another system, which uses a caller key, has no organisation here.",
    covers: ["* answer *buyerCustomerId"],
  },
  {
    because:
      "An evaluation is rule-based: each check says what it examined, and whether it passes. It has no model's confidence or references.",
    covers: ["evaluate* answer checks[].*"],
  },
  {
    because: "No model writes an answer, so there is neither a prompt nor its output, and the fields are `null`.",
    covers: [
      "*IntelligenceRun* answer *inventorySnapshot",
      "*IntelligenceRun* answer *prompt",
      "*IntelligenceRun* answer *rawLlmOutput",
      "getSellerDecisionRecord answer *",
    ],
  },
  {
    because:
      "Orders of ad servers that failed halfway, and the marketplace's monitoring of sources. Here, only this installation's own holds wait for people, and the state of sources is part of the readiness.",
    covers: ["getStorefrontPendingOperations answer *"],
  },
  {
    because:
      "A consent URL is valid for ten minutes, so it is returned by the operations that start a consent: adding or changing a source, and `POST /agents/{agentId}/oauth/authorize`.",
    covers: ["getStorefrontAgent answer oauth.*"],
  },
  {
    because: "An agent's accounts belong to its buyers; a seller sees how the agent is accessed, and its capabilities.",
    covers: ["getStorefrontAgent answer customerAccount"],
  },
];
