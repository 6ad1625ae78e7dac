import { addOrganisation } from "../../src/main/add-organisation.ts";
import { callInside } from "../../src/main/sandbox/call-inside.ts";
import type { Started } from "../../src/main/start.ts";
import { Simulation } from "../../src/supply/simulated/index.ts";

interface Organisation {
  readonly key: string;
  readonly customerId: number;
}

/** The buyers and sellers in a soak. */
export interface Market {
  readonly buyer: Organisation & { readonly advertiserId: string };
  /** Buys over AdCP, as a program on another system does. */
  readonly stranger: Organisation;
  readonly prompt: Storefront;
}

interface Storefront {
  readonly id: number;
  readonly platformId: string;
}

/** Every kind of seller that a buyer may meet; the settings define how each of them misbehaves. */
const SELLERS = {
  prompt: {},
  slow: { latencyMs: 1_200 },
  erring: { errorRate: 0.2 },
  /** It acts, but does not answer before the deadline. */
  silent: { duplicateRate: 0.15 },
  hanging: { hangRate: 0.15 },
} as const;

export async function openMarket(started: Started, liarUrl: string): Promise<Market> {
  const operator = await add(started, "OPERATOR", "Soak Operations");
  const buyer = await add(started, "BUYER", "Soak Media");
  const stranger = await add(started, "BUYER", "Soak Stranger");
  const advertiser = await callInside(started.app, buyer.key, "POST", "/api/v2/buyer/advertisers", {
    name: "Soak Coffee",
    brand: "coffee.example",
    sandbox: true,
  });
  const storefronts: Storefront[] = [];
  for (const [seed, chaos] of Object.entries(SELLERS))
    storefronts.push(await openStorefront(started, operator.key, seed, simulated(seed, chaos)));
  await openStorefront(started, operator.key, "lying", {
    executionType: "AGENT",
    endpointUrl: liarUrl,
    protocol: "MCP",
    authenticationType: "NO_AUTH",
  });
  const [prompt] = storefronts;
  if (!prompt) throw new Error("there is nobody to buy from");
  return { buyer: { ...buyer, advertiserId: String(advertiser["id"]) }, stranger, prompt };
}

function simulated(seed: string, chaos: object): object {
  const simulation = Simulation.parse({
    seed: `soak-${seed}`,
    name: `Publisher ${seed}`,
    publisherDomain: `${seed}.example`,
    channels: ["display", "olv", "ctv"],
    deliveryTypes: ["guaranteed"],
    currency: "USD",
    countries: ["US"],
    productCount: 3,
    chaos,
  });
  return { executionType: "SIMULATED", simulation, authenticationType: "NO_AUTH" };
}

async function openStorefront(
  started: Started,
  operatorKey: string,
  seed: string,
  source: object,
): Promise<Storefront> {
  const seller = await add(started, "SELLER", `Publisher ${seed}`);
  const asSeller = (method: "POST" | "PUT", path: string, body: unknown) =>
    callInside(started.app, seller.key, method, `/api/v2/storefront${path}`, body);
  const storefront = await asSeller("POST", "", {
    name: `Publisher ${seed}`,
    publisherDomain: `${seed}.example`,
    operatorDomain: `${seed}.example`,
    defaultCurrency: "USD",
    acceptsAllCountries: true,
  });
  await asSeller("POST", "/inventory-sources", { sourceId: "main", name: seed, type: "SALES", ...source });
  await asSeller("PUT", "", { isPaused: false });
  const id = Number(storefront["storefrontId"]);
  await callInside(started.app, operatorKey, "POST", `/api/v2/operator/storefronts/${id}/list`);
  return { id, platformId: String(storefront["platformId"]) };
}

async function add(started: Started, kind: "BUYER" | "SELLER" | "OPERATOR", company: string): Promise<Organisation> {
  const organisation = await addOrganisation(started, {
    kind,
    company,
    email: `${company.toLowerCase().replaceAll(" ", ".")}@soak.example`,
    role: kind === "OPERATOR" ? "SUPER_ADMIN" : "ADMIN",
    sandbox: true,
  });
  await callInside(started.app, organisation.key, "POST", "/api/v2/accept-tos");
  return organisation;
}
