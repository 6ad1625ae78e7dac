import type { NewMediaBuy, SellerCall } from "../../src/ground/seller-agent/index.ts";
import type { Payload } from "./answer.ts";

/** A call as a campaign of Acme would make it, through its agency. */
export function callOf(change: Partial<SellerCall> = {}): SellerCall {
  return {
    buyer: {
      customerId: 1,
      name: "Acme Outdoor",
      operatorDomain: "pinnacle-agency.example",
      brandDomain: "acmeoutdoor.example",
      sandbox: false,
    },
    timeoutMs: 60_000,
    now: new Date(),
    requestId: "req_test",
    ...change,
  };
}

export const NEW_MEDIA_BUY: NewMediaBuy = {
  idempotencyKey: "0199c1de-0000-7000-8000-000000000001",
  buyerRef: "mb_1",
  name: "Autumn",
  flight: { start: new Date("2027-01-01T00:00:00Z"), end: new Date("2027-02-01T00:00:00Z") },
  packages: [
    {
      buyerRef: "pkg_1",
      productId: "ctv",
      pricingOptionId: "cpm",
      budget: "1500.25",
      currency: "USD",
      bidPrice: null,
      pacing: "even",
    },
  ],
};

/** A product as AdCP 3.1 spells it. */
export const ADCP_PRODUCT: Payload = {
  product_id: "ctv",
  name: "Premium CTV",
  description: "living rooms",
  channels: ["ctv"],
  delivery_type: "guaranteed",
  format_ids: [{ agent_url: "https://creative.example", id: "video_30s" }],
  publisher_properties: [{ publisher_domain: "sports.example", selection_type: "all" }],
  pricing_options: [{ pricing_option_id: "cpm", pricing_model: "cpm", currency: "USD", fixed_price: 38.1 }],
  reporting_capabilities: {},
};
