import { fromAdcpFormats } from "../../../../ground/seller-agent/adcp-format.ts";
import { fromAdcpProducts } from "../../../../ground/seller-agent/adcp-product.ts";
import type { CreativeFormat, NewPackage, PricingOption, Product } from "../../../../ground/seller-agent/index.ts";
import type { SeededFixture } from "../../../../supply/callers/rehearsals/index.ts";
import { toAdcpProduct } from "../../words/product.ts";

/** A product that a caller made up, and the source's own that is sold in its place. */
interface Seeded {
  readonly product: Product;
  readonly behind: Product;
  readonly option: PricingOption;
}

/** Products by the names that a caller in a sandbox gave them: each is a source's own under another name, price and wording. */
export function seededShelf(fixtures: readonly SeededFixture[], shelf: readonly Product[]): readonly Seeded[] {
  return fixtures.flatMap(({ kind, fixtureId, fixture }): Seeded[] => {
    if (kind !== "product") return [];
    const behind = behindOf(fixture, shelf);
    const option = behind && plainOption(behind);
    if (!behind || !option) return [];
    const product = madeUp(fixtureId, fixture, fixtures, behind);
    return product ? [{ product, behind, option }] : [];
  });
}

/** One that is sold as the fixture is, where there is one, at a fixed price, so that no bid can be too low. */
function behindOf({ delivery_type }: SeededFixture["fixture"], shelf: readonly Product[]): Product | undefined {
  const plain = shelf.filter((product) => plainOption(product) !== undefined);
  return plain.find(({ deliveryType }) => deliveryType === delivery_type) ?? plain[0];
}

function plainOption({ pricingOptions }: Product): PricingOption | undefined {
  return pricingOptions.find(({ fixedPrice, currency }) => fixedPrice !== null && currency === "USD");
}

function madeUp(
  productId: string,
  fixture: SeededFixture["fixture"],
  fixtures: readonly SeededFixture[],
  behind: Product,
): Product | undefined {
  const { name = productId, description = productId, delivery_type, format_ids, pricing_options: own = [] } = fixture;
  const priced = fixtures
    .filter(({ kind, parentId }) => kind === "pricing_option" && parentId === productId)
    .map(({ fixtureId, fixture }) => ({ ...fixture, pricing_option_id: fixtureId }));
  const options = [...(Array.isArray(own) ? own : []), ...priced];
  const written = toAdcpProduct(behind, behind.publisherProperties[0]?.publisherDomain ?? "");
  const { products } = fromAdcpProducts(
    [
      {
        ...written,
        product_id: productId,
        name,
        description,
        ...(typeof delivery_type === "string" && { delivery_type }),
        ...(isOfAgents(format_ids) && { format_ids }),
        ...(options.length > 0 && { pricing_options: options }),
      },
    ],
    productId,
  );
  return products[0];
}

/** A bare id, as fixtures of 3.0 have it, is nobody's format. */
function isOfAgents(formatIds: unknown): boolean {
  return (
    Array.isArray(formatIds) && formatIds.length > 0 && formatIds.every((one) => typeof one?.agent_url === "string")
  );
}

/** What is bought of a source in place of what a caller made up; its own names come back with the package. */
export function inPlaceOf(part: NewPackage, seeded: readonly Seeded[]): NewPackage {
  const found = seeded.find(({ product }) => product.productId === part.productId);
  if (!found) return part;
  const { productId: product_id, pricingOptionId: pricing_option_id } = part;
  return {
    ...part,
    productId: found.behind.productId,
    pricingOptionId: found.option.pricingOptionId,
    currency: found.option.currency,
    bidPrice: null,
    echo: { ...part.echo, seeded: { product_id, pricing_option_id } },
  };
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
