import { addOrganisation } from "../../src/main/add-organisation.ts";
import { callInside } from "../../src/main/sandbox/call-inside.ts";
import type { Started } from "../../src/main/start.ts";
import type { Simulation } from "../../src/supply/simulated/index.ts";
import { HUNG, PROMPT, SPREAD, STALL, WIDE } from "./publishers.ts";

interface Organisation {
  readonly key: string;
  readonly customerId: number;
}

interface Storefront {
  readonly id: number;
  /** A part of its agent's URL. */
  readonly platformId: string;
  readonly seller: Organisation;
}

/** The organisations and storefronts that the scenarios use. */
export interface Marketplace {
  readonly buyer: Organisation;
  /** It buys from simulated sellers and has a clock of its own, so the server looks up its key for every request. */
  readonly sandboxBuyer: Organisation & { readonly advertiserId: string };
  /** Storefronts of simulated publishers, by their ids. */
  readonly spread: readonly number[];
  readonly prompt: readonly number[];
  readonly hung: number;
  /** The storefront whose agent is called. */
  readonly stall: Storefront;
  /** The storefront with many sources. */
  readonly wide: Storefront;
}

/** Two buyers, and one storefront for each publisher, created through the same operations that everybody uses. */
export async function openMarketplace(started: Started): Promise<Marketplace> {
  const operator = await add(started, "OPERATOR", "Bench Operations");
  const buyer = await add(started, "BUYER", "Bench Media", false);
  const sandboxBuyer = await add(started, "BUYER", "Bench Trials");
  const advertiser = await callInside(started.app, sandboxBuyer.key, "POST", "/api/v2/buyer/advertisers", {
    name: "Bench Coffee",
    brand: "coffee.example",
    sandbox: true,
  });
  const open = async (publishers: readonly Simulation[]) => {
    const ids: number[] = [];
    for (const simulation of publishers) ids.push((await openStorefront(started, [simulation], operator.key)).id);
    return ids;
  };
  const [hung = 0] = await open([HUNG]);
  return {
    buyer,
    sandboxBuyer: { ...sandboxBuyer, advertiserId: String(advertiser.id) },
    spread: await open(SPREAD),
    prompt: await open(PROMPT),
    hung,
    stall: await openStorefront(started, [STALL], operator.key),
    wide: await openStorefront(started, WIDE, operator.key),
  };
}

/** A storefront with these publishers, named after the first one. */
async function openStorefront(
  started: Started,
  publishers: readonly Simulation[],
  operatorKey: string,
): Promise<Storefront> {
  const [first] = publishers;
  if (!first) throw new Error("a storefront stands over one publisher at least");
  const { name, publisherDomain, currency } = first;
  const seller = await add(started, "SELLER", name);
  const asSeller = (method: "POST" | "PUT", path: string, body: unknown) =>
    callInside(started.app, seller.key, method, `/api/v2/storefront${path}`, body);
  const storefront = await asSeller("POST", "", {
    name,
    publisherDomain,
    operatorDomain: publisherDomain,
    defaultCurrency: currency,
    acceptsAllCountries: true,
  });
  for (const [place, simulation] of publishers.entries())
    await asSeller("POST", "/inventory-sources", {
      sourceId: publishers.length === 1 ? "main" : `source-${place}`,
      name: `${simulation.name} inventory`,
      executionType: "SIMULATED",
      type: "SALES",
      simulation,
      authenticationType: "NO_AUTH",
    });
  await asSeller("PUT", "", { isPaused: false });
  const id = Number(storefront.storefrontId);
  await callInside(started.app, operatorKey, "POST", `/api/v2/operator/storefronts/${id}/list`);
  return { id, platformId: String(storefront.platformId), seller };
}

async function add(started: Started, kind: "BUYER" | "SELLER" | "OPERATOR", company: string, sandbox = true) {
  const organisation = await addOrganisation(started, {
    kind,
    company,
    email: `${company.toLowerCase().replaceAll(" ", ".")}@bench.example`,
    role: kind === "OPERATOR" ? "SUPER_ADMIN" : "ADMIN",
    sandbox,
  });
  await callInside(started.app, organisation.key, "POST", "/api/v2/accept-tos");
  return organisation;
}
