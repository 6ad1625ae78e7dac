import { Simulation } from "../../src/supply/simulated/index.ts";

/** Twenty publishers that take ever longer, the last by far the longest: the one that a discovery has to wait for. */
export const SPREAD: readonly Simulation[] = Array.from({ length: 20 }, (_, place) =>
  publisher(`spread-${place}`, place === 19 ? 400 : 5 + place * 5),
);
/** Three that answer at once, to buy from. */
export const PROMPT: readonly Simulation[] = [0, 1, 2].map((place) => publisher(`prompt-${place}`, 0));
/** One that answers at once, to be asked as an agent. */
export const STALL: Simulation = publisher("stall", 0);
/** Fifty for one storefront. */
export const WIDE: readonly Simulation[] = Array.from({ length: 50 }, (_, place) => publisher(`wide-${place}`, 0, 1));
/** One that answers until its dial is turned, and never after. */
export const HUNG: Simulation = publisher("hung", 0);

function publisher(seed: string, latencyMs: number, productCount = 6): Simulation {
  return Simulation.parse({
    seed,
    name: `Publisher ${seed}`,
    publisherDomain: `${seed}.example`,
    channels: ["display", "olv"],
    deliveryTypes: ["guaranteed"],
    currency: "USD",
    countries: ["US"],
    productCount,
    chaos: { latencyMs },
  });
}
