import type { Step } from "./handbook.ts";

/** A seller's way from nothing to the first order. */
export const SELLER_JOURNEY: readonly Step[] = [
  {
    operation: "acceptTos",
    why: "Once for each organisation, by the tool `accept_tos`; until then every write is refused with TOS_ACCEPTANCE_REQUIRED.",
  },
  {
    operation: "createStorefront",
    why: "Your home on the market; an organisation has one. Keep `storefrontId`. It is closed at first: nobody can buy yet.",
    body: {
      name: "Lumen House TV",
      operatorDomain: "lumenhouse.example",
      defaultCurrency: "USD",
      acceptsAllCountries: true,
    },
  },
  {
    operation: "createInventorySource",
    why: "Where your products come from: an AdCP agent. It is asked immediately; `status: PENDING` with a `connectionError` says what keeps it from selling.",
    body: {
      name: "Lumen streaming",
      sourceId: "main",
      type: "SALES",
      endpointUrl: "https://ads.lumenhouse.example/mcp",
      protocol: "MCP",
      authenticationType: "API_KEY",
      auth: { type: "api_key", token: "the key that your agent asks for" },
    },
  },
  {
    operation: "getStorefrontReadiness",
    why: "What still keeps the storefront from selling. A check that `isBlocker` and is not `complete` must be settled first.",
  },
  {
    operation: "updateStorefront",
    why: "Opens it. Refused while a check blocks, and the error names every one.",
    body: { isPaused: false },
  },
  {
    operation: "getStorefront",
    why: "`marketplaceState` says whether buyers you do not know find you: the operator of the marketplace reviews newcomers and lists them. Buyers whom you invite need not wait for it.",
  },
  {
    operation: "createJoinLink",
    why: "An invitation: your server's address with `joinPath`. Buyers who join see only your storefront; with `manual_approve` they wait for you.",
    body: { storefrontId: 1, approvalPolicy: "manual_approve", maxUses: 50 },
  },
  {
    operation: "listSponsoredBuyers",
    why: "Who joined, and who is `pending`: waiting for your decision.",
  },
  {
    operation: "approveSponsoredBuyer",
    why: "Admits one of them. They are notified by email, with their first key.",
    pathParams: { buyerId: 12 },
  },
  {
    operation: "listPendingMediaBuys",
    why: "Orders that wait for your decision, where you decide on them yourself.",
    optional: true,
  },
  {
    operation: "listStorefrontMediaBuys",
    why: "What was bought, the most urgent first.",
  },
  {
    operation: "listNotifications",
    why: "What happened meanwhile, and what waits for a person.",
    query: { unreadOnly: true },
  },
];
