import { z } from "zod";
import { CHANNELS, canonicalChannel } from "../../../../ground/channels/channel.ts";
import { fromAdcpFormats } from "../../../../ground/seller-agent/adcp-format.ts";
import { fromAdcpProducts } from "../../../../ground/seller-agent/adcp-product.ts";
import type {
  CreativeFormat,
  FormatId,
  NewPackage,
  PricingOption,
  Product,
} from "../../../../ground/seller-agent/index.ts";
import { fromAdcpTrialTerms } from "../../../../ground/seller-agent/terms/adcp-product-terms.ts";
import type { SeededFixture } from "../../../../supply/callers/rehearsals/index.ts";
import type { Json } from "../../../reference/index.ts";
import { toAdcpProduct } from "../../words/product.ts";

/** A product that a caller made up, and the source's own product that is sold in its place. */
interface Seeded {
  readonly product: Product;
  readonly behind: Product;
  readonly option: PricingOption;
}

/** Products under the names that a caller in a sandbox gave them: each is a product of a source with a different name, price and wording. */
export function seededShelf(
  fixtures: readonly SeededFixture[],
  shelf: readonly Product[],
  agentUrl: string,
): readonly Seeded[] {
  return fixtures.flatMap(({ kind, fixtureId, fixture }): Seeded[] => {
    if (kind !== "product") return [];
    const behind = behindOf(fixture, shelf);
    const option = behind && plainOption(behind);
    if (!behind || !option) return [];
    const priced = fixtures.filter((one) => one.kind === "pricing_option" && one.parentId === fixtureId);
    const product = madeUp(fixtureId, fixture, priced, { behind, shelf, agentUrl });
    return product ? [{ product, behind, option }] : [];
  });
}

/** A product with the fixture's pricing, if there is one, at a fixed price, so that no bid can be too low. */
function behindOf(fixture: SeededFixture["fixture"], shelf: readonly Product[]): Product | undefined {
  const plain = shelf.filter((product) => plainOption(product) !== undefined);
  const channels = channelsOf(fixture);
  const likeness = ({ deliveryType, channels: own }: Product) =>
    2 * Number(own.some((channel) => channels.includes(channel))) + Number(deliveryType === fixture.delivery_type);
  return plain.toSorted((a, b) => likeness(b) - likeness(a))[0];
}

/** Fixtures use channel names of AdCP 2, and some names that nobody else uses. */
function channelsOf({ channels }: SeededFixture["fixture"]): string[] {
  const named = Array.isArray(channels) ? channels.map((one) => canonicalChannel(String(one))) : [];
  return named.filter((one) => CHANNELS.some((channel) => channel === one));
}

function plainOption({ pricingOptions }: Product): PricingOption | undefined {
  return pricingOptions.find(({ fixedPrice, currency }) => fixedPrice !== null && currency === "USD");
}

interface ProductSource {
  readonly behind: Product;
  readonly shelf: readonly Product[];
  /** The owner of formats that only this caller has. */
  readonly agentUrl: string;
}

function madeUp(
  productId: string,
  fixture: SeededFixture["fixture"],
  priced: readonly SeededFixture[],
  { behind, ...known }: ProductSource,
): Product | undefined {
  const { name = productId, description = productId, delivery_type, pricing_options: own = [] } = fixture;
  const { publisher_properties: publishers } = fixture;
  const added = priced.map(({ fixtureId, fixture }) => ({ ...fixture, pricing_option_id: fixtureId }));
  const options = [...(Array.isArray(own) ? own : []), ...added];
  const channels = channelsOf(fixture);
  const { format_ids, format_options, ...written } = toAdcpProduct(
    behind,
    behind.publisherProperties[0]?.publisherDomain ?? "",
  );
  const { products } = fromAdcpProducts(
    [
      {
        ...written,
        ...(formatsIn(fixture, known) ?? { format_ids, format_options }),
        product_id: productId,
        name,
        description,
        ...(channels.length > 0 && { channels }),
        ...(Array.isArray(publishers) && { publisher_properties: publishers }),
        ...(typeof delivery_type === "string" && { delivery_type }),
        ...(options.length > 0 && { pricing_options: options }),
      },
    ],
    productId,
  );
  const [product] = products;
  const terms = fromAdcpTrialTerms(fixture);
  return product && terms ? { ...product, terms } : product;
}

type Known = Omit<ProductSource, "behind">;

/** Undefined if a fixture does not mention formats; the formats of the product behind it then apply. */
function formatsIn({ format_ids, format_options }: SeededFixture["fixture"], known: Known): Json | undefined {
  const named = Array.isArray(format_ids) ? format_ids.flatMap((one) => formatNamed(one, known)) : [];
  const options = Array.isArray(format_options) && format_options.length > 0 ? { format_options } : undefined;
  if (named.length === 0) return options;
  return { format_ids: named, ...options };
}

/** A bare id, as in 3.0 fixtures, refers to a source's own format with this id if there is one, and otherwise to a made-up format. */
function formatNamed(
  written: unknown,
  { shelf, agentUrl }: Known,
): { readonly agent_url: string; readonly id: string }[] {
  const { data } = Named.safeParse(written);
  if (!data) return [];
  const own = shelf.flatMap(({ formatIds }) => formatIds).find(({ id }: FormatId) => id === data.id);
  return [{ agent_url: own?.agentUrl ?? agentUrl, ...data }];
}

const Named = z
  .looseObject({ id: z.string(), agent_url: z.string().optional() })
  .transform(({ agent_url, ...rest }) => ({
    ...rest,
    ...(agent_url !== undefined && { agent_url }),
  }));

/** What is bought from the source in place of a made-up product; the package is returned with the caller's names. */
export function inPlaceOf({ formatIds, ...part }: NewPackage, seeded: readonly Seeded[]): NewPackage {
  const found = seeded.find(({ product }) => product.productId === part.productId);
  if (!found) return { ...part, ...(formatIds && { formatIds }) };
  const { productId: product_id, pricingOptionId: pricing_option_id } = part;
  const format_ids = formatIds?.map(({ agentUrl: agent_url, id }) => ({ agent_url, id }));
  return {
    ...part,
    productId: found.behind.productId,
    pricingOptionId: found.option.pricingOptionId,
    currency: found.option.currency,
    bidPrice: null,
    echo: { ...part.echo, seeded: { product_id, pricing_option_id, ...(format_ids && { format_ids }) } },
  };
}

/** Formats that only made-up products have; they accept everything. */
export function formatsMadeUp(seeded: readonly Seeded[], agentUrl: string): readonly CreativeFormat[] {
  const named = seeded.flatMap(({ product }) => product.formatIds).filter((one) => one.agentUrl === agentUrl);
  const ids = [...new Set(named.map(({ id }) => id))];
  return fromAdcpFormats(ids.map((id) => ({ name: id, assets: [], format_id: { agent_url: agentUrl, id } })));
}

export function seededFormats(fixtures: readonly SeededFixture[], agentUrl: string): readonly CreativeFormat[] {
  const formats = fixtures.filter(({ kind }) => kind === "creative_format");
  return fromAdcpFormats(
    formats.map(({ fixtureId: id, fixture }) => {
      const { assets = [], name = id } = fixture;
      return { ...fixture, name, assets, format_id: { agent_url: agentUrl, id } };
    }),
  );
}
