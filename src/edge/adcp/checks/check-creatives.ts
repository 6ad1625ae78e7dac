import {
  type CreativeFormat,
  type FormatId,
  type Product,
  type SellerCall,
  type SellerCreative,
  type SellerError,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import { readFixtures } from "../../../supply/callers/rehearsals/index.ts";
import type { AdcpRequestContext } from "../request-context.ts";
import { flaw, flawsOfAssets, flawsOfTrackers } from "./check-assets.ts";
import { provenanceMissing } from "./check-provenance.ts";

/** What creatives are checked against: everything that can be sold to this caller. */
export interface Shelf {
  readonly formats: readonly CreativeFormat[];
  readonly products: readonly Product[];
  /** Whether every source has answered; if so, a format that is missing here is not accepted. */
  readonly isWhole: boolean;
  /** In a trial, formats are compared by id only, because AdCP's clients use a placeholder for the seller. */
  readonly isTrial: boolean;
}

const UNKNOWN: Pick<Shelf, "formats" | "products" | "isWhole"> = { formats: [], products: [], isWhole: false };

/** Whatever is available now; what sources do not state, they check themselves. */
export async function readShelf(requestContext: AdcpRequestContext, call: SellerCall): Promise<Shelf> {
  const { resolved, viewer } = requestContext;
  const isTrial = viewer.sandbox;
  try {
    const [formats, answer, laid] = await Promise.all([
      resolved.agent.listCreativeFormats(call),
      resolved.agent.getProducts({}, { ...call, lookUp: true }),
      isTrial ? readFixtures(resolved.caller) : [],
    ]);
    const made = new Set(laid.flatMap(({ kind, fixtureId }) => (kind === "product" ? [fixtureId] : [])));
    const own = answer.products.filter(({ productId }) => made.has(productId));
    return {
      formats,
      products: own.length > 0 ? own : answer.products,
      isWhole: answer.incomplete.length === 0,
      isTrial,
    };
  } catch (error) {
    if (error instanceof SellerUnreachable) return { ...UNKNOWN, isTrial };
    throw error;
  }
}

/** The errors in the form of a creative, according to its format. */
export function flawsOfForm({ manifest }: SellerCreative, path: string, shelf: Shelf): SellerError[] {
  const assets = manifest.assets as Readonly<Record<string, unknown>>;
  const trackers = flawsOfTrackers(assets, path);
  const asked = formatIn(manifest);
  if (!asked) return trackers;
  const format = shelf.formats.find(({ formatId }) => isSame(formatId, asked, shelf));
  if (format) return [...trackers, ...flawsOfAssets(assets, format, path)];
  return isTaken(asked, shelf) ? trackers : [notTaken(asked, path, shelf), ...trackers];
}

/** The seller's requirements about its provenance: they apply only if every product that could show the creative has them. */
export function flawOfOrigin({ manifest }: SellerCreative, path: string, shelf: Shelf): SellerError | undefined {
  const asked = formatIn(manifest);
  const named = shelf.products.filter(
    ({ formatIds }) => asked && formatIds.some((formatId) => isSame(formatId, asked, shelf)),
  );
  const showing = named.length > 0 ? named : shelf.products;
  const flaws = showing.map(({ terms }) => {
    const policy = terms?.creativePolicy;
    return policy && provenanceMissing(manifest, policy, path);
  });
  return flaws.every((one) => one !== undefined) ? flaws[0] : undefined;
}

function formatIn({ format_id: asked }: SellerCreative["manifest"]): FormatId | undefined {
  if (typeof asked !== "object" || asked === null) return undefined;
  const { agent_url: agentUrl, id } = asked as { readonly agent_url: string; readonly id: string };
  return { agentUrl, id };
}

function isSame(own: FormatId, asked: FormatId, { isTrial }: Shelf): boolean {
  return own.id === asked.id && (isTrial || plain(own.agentUrl) === plain(asked.agentUrl));
}

/** Clients add or remove a slash at the end of a URL. */
function plain(url: string): string {
  return url.replace(/\/$/, "");
}

/** Whether a product names the format or, in a trial, whether its seller is unknown here. */
function isTaken(asked: FormatId, shelf: Shelf): boolean {
  const { formats, products, isWhole, isTrial } = shelf;
  if (!isWhole || products.some(({ formatIds }) => formatIds.some((one) => isSame(one, asked, shelf)))) return true;
  return isTrial && !formats.some(({ formatId }) => plain(formatId.agentUrl) === plain(asked.agentUrl));
}

function notTaken({ id }: FormatId, path: string, { formats }: Shelf): SellerError {
  const some = formats.slice(0, 10).map(({ formatId }) => formatId.id);
  const why = `nothing here accepts ${id}: name a format of list_creative_formats, such as ${some.join(", ")}`;
  return { ...flaw(`${path}.format_id`, why), code: "FORMAT_NOT_SUPPORTED" };
}
