import { readBrief } from "../../../../ground/brief/index.ts";
import { canonicalChannel } from "../../../../ground/channels/channel.ts";
import { demandsOf, unmetBy } from "../../../../ground/ranking/demands.ts";
import type {
  Product,
  ProductsRequest,
  Refinement,
  SellerAgent,
  SellerCall,
} from "../../../../ground/seller-agent/index.ts";
import type { SeededFixture } from "../../../../supply/callers/rehearsals/index.ts";
import { KNOWN_FORMATS, KNOWN_PRODUCTS } from "./known-fixtures.ts";
import { formatsMadeUp, inPlaceOf, seededFormats, seededShelf } from "./seeded-shelf.ts";

interface FixtureSource {
  /** The fixtures that the caller has seeded. */
  fixtures(): Promise<readonly SeededFixture[]>;
  /** The owner of the formats that the caller made up. */
  readonly agentUrl: string;
}

const DEFAULT = "default";

/** The same clients use this name for the first price of a product. */
function withDefault(product: Product): Product {
  const [first] = product.pricingOptions;
  if (!first || product.pricingOptions.some(({ pricingOptionId }) => pricingOptionId === DEFAULT)) return product;
  return { ...product, pricingOptions: [...product.pricingOptions, { ...first, pricingOptionId: DEFAULT }] };
}

/** A storefront's agent as a caller in a sandbox has configured it. Its made-up data is visible to nobody else. */
export function seededAgent(agent: SellerAgent, { fixtures, agentUrl }: FixtureSource): SellerAgent {
  const seededFor = async (call: SellerCall, known: readonly SeededFixture[] = []) => {
    const laid = [...known, ...(await fixtures())];
    if (!laid.some(({ kind }) => kind === "product")) return [];
    return seededShelf(laid, (await agent.getProducts({}, { ...call, lookUp: true })).products, agentUrl);
  };
  return {
    ...delegated(agent),
    async getProducts(request, call) {
      if (call.lookUp) {
        const bought = (await seededFor(call, KNOWN_PRODUCTS)).map(({ product }) => withDefault(product));
        const answer = await agent.getProducts(request, call);
        return { ...answer, products: [...bought, ...answer.products] };
      }
      const seeded = await seededFor(call);
      if (seeded.length === 0) return agent.getProducts(request, call);
      const isOmitted = (id: string) =>
        request.refine?.some((one) => one.scope === "product" && one.action === "omit" && one.productId === id) ??
        false;
      const names = new Map(seeded.map(({ product, behind }) => [product.productId, behind.productId]));
      const answer = await agent.getProducts(inNamesOfSources(request, names), call);
      const own = seeded
        .map(({ product }) => product)
        .filter((product) => !isOmitted(product.productId) && isInChannels(product, request));
      // A caller that seeds products and then requests the whole catalogue counts what it seeded.
      const isWholesale = request.brief === undefined && request.refine === undefined;
      return { ...answer, products: isWholesale ? own : [...byChannel(own, request), ...answer.products] };
    },
    async createMediaBuy(request, call) {
      const seeded = await seededFor(call, KNOWN_PRODUCTS);
      return agent.createMediaBuy(
        { ...request, packages: request.packages.map((one) => inPlaceOf(one, seeded)) },
        call,
      );
    },
    async listCreativeFormats(call) {
      const laid = await fixtures();
      const formats = seededFormats(laid, agentUrl);
      // A caller that seeds formats but no products counts the formats.
      const isWhole = formats.length > 0 && !laid.some(({ kind }) => kind === "product");
      if (isWhole) return formats;
      const made = formatsMadeUp(await seededFor(call), agentUrl);
      const ids = new Set(formats.map(({ formatId }) => formatId.id));
      const others = [...made, ...seededFormats(KNOWN_FORMATS, agentUrl)].filter(
        ({ formatId }) => !ids.has(formatId.id),
      );
      return [...formats, ...(await agent.listCreativeFormats(call)), ...others];
    },
  };
}

/** Products in the channels that a brief requires come first. */
function byChannel(laid: readonly Product[], { brief = "" }: ProductsRequest): Product[] {
  const demands = demandsOf(readBrief(brief));
  const misses = (product: Product) => Number(unmetBy({ salesAgentId: "", product }, demands).includes("channels"));
  return laid.toSorted((a, b) => misses(a) - misses(b));
}

function isInChannels({ channels }: Product, { channels: asked }: ProductsRequest): boolean {
  const wanted = asked?.map(canonicalChannel);
  return !wanted || channels.some((channel) => wanted.includes(channel));
}

/**
 * A refinement of a seeded product is sent to the sources with the id of their own product behind it, and always as `include`: a source
 * that is asked to omit it would omit its own product.
 */
function inNamesOfSources(
  { refine, ...request }: ProductsRequest,
  names: ReadonlyMap<string, string>,
): ProductsRequest {
  if (!refine) return request;
  const renamed = refine.map((one): Refinement => {
    const behind = one.scope === "product" ? names.get(one.productId) : undefined;
    return one.scope === "product" && behind !== undefined ? { ...one, productId: behind, action: "include" } : one;
  });
  return { ...request, refine: renamed };
}

function delegated(agent: SellerAgent): SellerAgent {
  return {
    agentId: agent.agentId,
    name: agent.name,
    capabilities: (call) => agent.capabilities(call),
    getProducts: (request, call) => agent.getProducts(request, call),
    createMediaBuy: (request, call) => agent.createMediaBuy(request, call),
    updateMediaBuy: (change, call) => agent.updateMediaBuy(change, call),
    getTask: (taskId, call) => agent.getTask(taskId, call),
    getMediaBuys: (request, call) => agent.getMediaBuys(request, call),
    getMediaBuyDelivery: (request, call) => agent.getMediaBuyDelivery(request, call),
    listCreativeFormats: (call) => agent.listCreativeFormats(call),
    syncCreatives: (request, call) => agent.syncCreatives(request, call),
    listAccounts: (request, call) => agent.listAccounts(request, call),
    syncAccounts: (request, call) => agent.syncAccounts(request, call),
    ...(agent.buildCreative && { buildCreative: agent.buildCreative.bind(agent) }),
    ...(agent.getBuild && { getBuild: agent.getBuild.bind(agent) }),
  };
}
