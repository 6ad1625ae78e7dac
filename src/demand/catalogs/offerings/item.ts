import { z } from "zod";
import { currencyInput } from "../../../ground/kernel/currency.ts";
import { decimalOf } from "../../../ground/kernel/money.ts";
import type { CatalogType } from "../catalog.ts";
import type { Item, NewOffering } from "./offering.ts";

/** The name of an item's id field in AdCP 3.1, by type; AdCP does not prescribe it for products and similar types. */
const ID_FIELDS: Readonly<Partial<Record<CatalogType, string>>> = {
  offering: "offering_id",
  store: "store_id",
  hotel: "hotel_id",
  flight: "flight_id",
  job: "job_id",
  vehicle: "vehicle_id",
  real_estate: "listing_id",
  home_listing: "listing_id",
  education: "program_id",
  destination: "destination_id",
  app: "app_id",
};
const FREE_ID_FIELDS = ["offering_id", "id", "item_id", "product_id", "sku", "gtin"];

const LONGEST_ID = 255;
const LONGEST_TITLE = 500;

/** Converts an item to an offering; returns an error message if the item has no id. */
export function fromItem(item: Item, type: CatalogType): NewOffering | string {
  const own = ID_FIELDS[type];
  const offeringId = firstText(item, own ? [own, ...FREE_ID_FIELDS] : FREE_ID_FIELDS);
  if (offeringId === undefined) return `it has no id: give it ${own ?? FREE_ID_FIELDS.join(", ")}`;
  if (offeringId.length > LONGEST_ID) return `its id is longer than ${LONGEST_ID} characters`;
  const { price, currency } = priceOf(item);
  return {
    offeringId,
    title: (firstText(item, ["title", "name", "headline"]) ?? offeringId).slice(0, LONGEST_TITLE),
    description: firstText(item, ["description", "summary"]) ?? null,
    price,
    currency,
    landingUrl: firstText(item, ["landing_url", "landingUrl", "link", "url"]) ?? null,
    item,
  };
}

/** An offering in AdCP 3.1's form: the item as it was synced, or else the fields of an Offering with the type's own id field. */
export function toItem(offering: NewOffering, type: CatalogType): Item {
  const { offeringId, title, description, price, currency, landingUrl, item } = offering;
  if (item) return item;
  return {
    [ID_FIELDS[type] ?? "offering_id"]: offeringId,
    name: title,
    ...(description !== null && { description }),
    ...(price !== null && { price: { amount: Number(price), ...(currency !== null && { currency }) } }),
    ...(landingUrl !== null && { landing_url: landingUrl }),
  };
}

const AmountText = z.string().regex(/^\d{1,15}(\.\d{1,6})?$/);
const Amount = z.union([z.number().nonnegative().max(1e15), AmountText]).transform(decimalOf);
const Price = z.union([
  Amount.transform((price) => ({ price, currency: null })),
  z
    .object({ amount: Amount, currency: currencyInput.nullable().catch(null) })
    .transform(({ amount, currency }) => ({ price: amount, currency })),
  // The way product feeds write prices: `12.99 USD`.
  z
    .string()
    .transform((text) => {
      const [amount = "", currency = ""] = text.trim().split(/\s+/);
      return { amount, currency };
    })
    .pipe(z.object({ amount: AmountText, currency: currencyInput }))
    .transform(({ amount, currency }) => ({ price: decimalOf(amount), currency })),
]);

/** A price in an unknown notation is ignored. */
function priceOf(item: Item): Pick<NewOffering, "price" | "currency"> {
  const { data: read } = Price.safeParse(item["price"]);
  if (!read) return { price: null, currency: null };
  return { price: read.price, currency: read.currency ?? currencyInput.safeParse(item["currency"]).data ?? null };
}

function firstText(item: Item, fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const value = item[field];
    const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
    if (text !== "") return text;
  }
  return undefined;
}
