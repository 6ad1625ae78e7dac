import { z } from "zod";
import { dayOf, SECOND_MS } from "../kernel/clock.ts";
import { numberOf } from "../kernel/money.ts";
import { errorsIn, readEach } from "./adcp.ts";
import { fromAdcpProducts, fromAdcpProposals } from "./adcp-product.ts";
import type { Payload } from "./external/wire/connection.ts";
import type { Incompleteness, ProductsAnswer, ProductsRequest, Refinement } from "./port.ts";

/** The share of the caller's time that the seller gets; the rest is for the network. */
const SELLERS_SHARE = 0.8;

/** Results are matched by position, so a result that cannot be read still keeps its place. */
const RefinementsApplied = z
  .array(
    z
      .looseObject({ status: z.enum(["applied", "partial", "unable"]), notes: z.string().optional().catch(undefined) })
      .catch({ status: "unable", notes: "the seller's answer to this could not be read" }),
  )
  .catch([]);
const Incomplete = z.looseObject({ scope: z.string(), description: z.string() });

export function toAdcpProductsRequest({ brief, refine, ...filters }: ProductsRequest): Payload {
  const mode = refine?.length ? "refine" : brief === undefined ? "wholesale" : "brief";
  return {
    buying_mode: mode,
    ...(mode === "brief" && { brief }),
    ...(mode === "refine" && { refine: refine?.map(toAdcpRefinement) }),
    ...toAdcpFilters(filters),
  };
}

/** AdCP 3.1: how long the seller may take before it answers with whatever it has. */
export function toAdcpTimeBudget(timeoutMs: number): Payload {
  return { interval: Math.max(1, Math.floor((timeoutMs * SELLERS_SHARE) / SECOND_MS)), unit: "seconds" };
}

function toAdcpFilters({ channels, countries, flight, budget }: ProductsRequest): Payload {
  const filters = {
    ...(channels?.length && { channels }),
    ...(countries?.length && { countries }),
    ...(flight && { start_date: dayOf(flight.start), end_date: dayOf(flight.end) }),
    ...(budget && { budget_range: { max: numberOf(budget.amount), currency: budget.currency } }),
  };
  return Object.keys(filters).length > 0 ? { filters } : {};
}

function toAdcpRefinement(refinement: Refinement): Payload {
  const ask = refinement.ask === undefined ? {} : { ask: refinement.ask };
  switch (refinement.scope) {
    case "request":
      return { scope: "request", ...ask };
    case "product":
      return { scope: "product", product_id: refinement.productId, action: refinement.action, ...ask };
    case "proposal":
      return { scope: "proposal", proposal_id: refinement.proposalId, action: refinement.action, ...ask };
  }
}

/** Combines the pages of one answer. `incomplete` lists what the seller, or we, had to omit. */
export function fromAdcpProductsAnswer(pages: readonly Payload[], source: string): ProductsAnswer {
  const [first = {}] = pages;
  const { products, incomplete } = fromAdcpProducts(
    pages.flatMap((page) => page["products"]),
    source,
  );
  return {
    products,
    proposals: fromAdcpProposals(first["proposals"]),
    refinementsApplied: RefinementsApplied.parse(first["refinement_applied"]).map(({ status, notes }) => {
      return { status, ...(notes !== undefined && { notes }) };
    }),
    incomplete: [...incomplete, ...pages.flatMap((page) => missingFrom(page, source))],
  };
}

/** An AdCP 3.1 seller says what it had no time for. In any release, errors that accompany products are warnings. */
function missingFrom(page: Payload, source: string): Incompleteness[] {
  const cut = readEach(Incomplete, page["incomplete"], "scope").read.map(({ scope, description }): Incompleteness => {
    return { source, reason: "timeout", message: `${scope}: ${description}` };
  });
  const warned = errorsIn(page).map(
    ({ code, message }): Incompleteness => ({ source, reason: "refused", message: `${code}: ${message}` }),
  );
  return [...cut, ...warned];
}
