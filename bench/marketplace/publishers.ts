import { Simulation } from "../../src/supply/simulated/index.ts";

/** Twenty publishers with increasing response times. The last one takes by far the longest, and is the one for which a discovery has to wait. */
export const SPREAD: readonly Simulation[] = Array.from({ length: 20 }, (_, place) =>
  publisher(`spread-${place}`, place === 19 ? 400 : 5 + place * 5),
);
/** Three publishers that answer at once, to buy from. */
export const PROMPT: readonly Simulation[] = [0, 1, 2].map((place) => publisher(`prompt-${place}`, 0));
/** A publisher that answers at once, whose storefront's agent is called. */
export const STALL: Simulation = publisher("stall", 0);
/** Fifty publishers for one storefront. */
export const WIDE: readonly Simulation[] = Array.from({ length: 50 }, (_, place) => publisher(`wide-${place}`, 0, 1));
/** A publisher that answers until its setting is changed, and then never again. */
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
