import type { Signal } from "../../../ground/seller-agent/index.ts";
import type { Simulation } from "../simulation.ts";

const SEGMENTS = [
  { signalId: "sports_fans", name: "Sports fans", description: "Followed a match in the last thirty days", cpm: "1.5" },
  { signalId: "travellers", name: "Frequent travellers", description: "Read about three journeys or more", cpm: "2" },
  { signalId: "new_parents", name: "New parents", description: "Read about babies this quarter", cpm: "2.5" },
];

/** The publisher's data about its own audience. */
export function signalsOf({ name, currency }: Simulation, agentId: string): Signal[] {
  return SEGMENTS.map(({ cpm, ...segment }) => ({
    ...segment,
    agentId,
    signalType: "owned",
    valueType: "binary",
    dataProvider: name,
    price: { pricingOptionId: "cpm", pricingModel: "cpm", currency, cpm },
  }));
}
