import type {
  ProductsAnswer,
  ProductsRequest,
  Proposal,
  SellerAgent,
  SellerCall,
} from "../../ground/seller-agent/index.ts";
import type { ListedSeller, Sellers } from "../../ground/seller-agent/sellers.ts";

export { auction, fixed, product } from "../../ground/seller-agent/product.fixture.ts";

type Script = (
  request: ProductsRequest,
  call: SellerCall,
) => Partial<ProductsAnswer> | Promise<Partial<ProductsAnswer>>;

/** A market whose sellers a test writes down. Sponsored walls and listings are the storefronts' own business. */
export class ScriptedMarket implements Sellers {
  #sellers: readonly ListedSeller[] = [];
  #closed: readonly ListedSeller[] = [];

  /** From now on these are all sellers there are. */
  open(...sellers: readonly ListedSeller[]): void {
    this.#sellers = sellers;
    this.#closed = [];
  }

  /** And these are there for who names them. */
  close(...sellers: readonly ListedSeller[]): void {
    this.#closed = sellers;
  }

  readonly discoverable: Sellers["discoverable"] = async (_viewer, { storefrontIds = [], storefrontNames = [] }) =>
    this.#sellers.filter(
      ({ storefrontId, name }) =>
        storefrontIds.length + storefrontNames.length === 0 ||
        (storefrontId !== null && storefrontIds.includes(storefrontId)) ||
        storefrontNames.some((part) => name.toLowerCase().includes(part.toLowerCase())),
    );

  readonly find: Sellers["find"] = async (_viewer, id) =>
    [...this.#sellers, ...this.#closed].find(({ agentId }) => agentId === id);

  readonly findAt: Sellers["findAt"] = async (_viewer, id) =>
    [...this.#sellers, ...this.#closed].find(({ storefrontId }) => storefrontId === id);

  readonly findBefore: Sellers["findBefore"] = async () => undefined;
  readonly findForStranger: Sellers["findForStranger"] = async () => undefined;
  readonly followTask: Sellers["followTask"] = () => Promise.reject(new Error("nobody was given a task"));
  readonly followBuild: Sellers["followBuild"] = () => Promise.reject(new Error("nobody was given a task"));
  readonly searchFor: Sellers["searchFor"] = () => Promise.reject(new Error("nobody was given a task"));
  readonly readGivenDelivery: Sellers["readGivenDelivery"] = () => Promise.reject(new Error("nobody was given a buy"));

  readonly registerAccount: Sellers["registerAccount"] = async () => {
    throw new Error("nobody registers accounts on a written market");
  };
}

export function seller(name: string, storefrontId: number | null, script: Script): ListedSeller {
  const agentId = `storefront-${name.toLowerCase().replaceAll(" ", "-")}`;
  const agent = {
    agentId,
    name,
    getProducts: async (request: ProductsRequest, call: SellerCall) => ({
      products: [],
      proposals: [],
      refinementsApplied: [],
      incomplete: [],
      ...(await script(request, call)),
    }),
  };
  // Discovery calls nothing else.
  return { agent: agent as unknown as SellerAgent, agentId, name, storefrontId, publisherDomain: null };
}

export function proposal(
  proposalId: string,
  shares: Readonly<Record<string, string>>,
  changes: Partial<Proposal> = {},
): Proposal {
  return {
    proposalId,
    name: proposalId,
    description: null,
    allocations: Object.entries(shares).map(([productId, allocationPercentage]) => ({
      productId,
      allocationPercentage,
      pricingOptionId: null,
      rationale: null,
    })),
    expiresAt: null,
    budgetGuidance: null,
    ...changes,
  };
}
