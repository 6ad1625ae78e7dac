import { Simulation } from "./simulation.ts";

/** Three publishers that between them show every way of the simulation: keys, auctions, guarantees, waiting. */
export const PROFILES = {
  ctv: Simulation.parse({
    seed: "lumen-house",
    name: "Lumen House TV",
    publisherDomain: "lumenhouse.example",
    channels: ["ctv", "olv"],
    currency: "USD",
    countries: ["US", "CA"],
    productCount: 8,
    requiresKey: "lumen-house-demo-key",
  }),
  news: Simulation.parse({
    seed: "meridian-post",
    name: "The Meridian Post Network",
    publisherDomain: "meridianpost.example",
    channels: ["display", "olv"],
    deliveryTypes: ["non_guaranteed"],
    currency: "USD",
    countries: ["US", "GB", "DE"],
    productCount: 8,
    creativeRules: { videoSeconds: [6, 15], displaySizes: ["300x250", "728x90", "970x250"] },
  }),
  audio: Simulation.parse({
    seed: "fernwood-audio",
    name: "Fernwood Audio",
    publisherDomain: "fernwoodaudio.example",
    channels: ["podcast", "streaming_audio"],
    deliveryTypes: ["guaranteed"],
    currency: "USD",
    countries: ["US", "GB"],
    approval: { mode: "manual", hours: 6 },
    creativeRules: { audioSeconds: [15, 30, 60] },
  }),
} as const satisfies Record<string, Simulation>;
