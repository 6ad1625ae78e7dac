import type { Detection, RefineEntry } from "../facts/fact.ts";
import { LEXICON } from "./lexicon.ts";
import { type FoldedText, phraseFinder, readText } from "./phrases.ts";

/** The parts of a run in which asks are detected. */
export interface RunWording {
  readonly buyingMode: string;
  readonly brief?: string | null | undefined;
  readonly refine?: readonly RefineEntry[] | null | undefined;
  readonly requestAsks?: readonly string[] | null | undefined;
  readonly structured?: { readonly priceCeiling?: number | null; readonly parentMinSellPrice?: number | null } | null;
}

const { price, packaging, negators } = LEXICON;
const saysPrice = phraseFinder([...price.strong, ...price.weak], negators);
const saysPriceStrongly = phraseFinder(price.strong, negators);
const saysTooMuch = phraseFinder(price.magnitude, negators);
const namesPrice = phraseFinder(price.nouns);
const saysPackaging = phraseFinder([...packaging.strong, ...packaging.weak], negators);
const saysPackagingStrongly = phraseFinder(packaging.strong, negators);

/**
 * Detects what a buyer asked for and objected to: first by the structure of its refinements, then by the words in its
 * asks and its brief.
 */
export function detectAsks({ buyingMode, brief, refine, requestAsks, structured }: RunWording): Detection {
  const entries = refine ?? [];
  const loose = (requestAsks ?? []).filter(isSaid);
  const asks = [...entries.flatMap(({ ask }) => (isSaid(ask) ? [ask] : [])), ...loose].map(readText);
  const reported = readText(brief ?? "");
  return {
    requestAskCount: entries.filter(({ scope, ask }) => scope === "request" && isSaid(ask)).length + loose.length,
    productAskCount: entries.filter(isProductAsk).length,
    proposalAskCount: entries.filter(isProposalAsk).length,
    hadPriceObjection: isUnderPrice(buyingMode, structured) || asks.some(objectsToPrice) || saysPriceStrongly(reported),
    hadPackagingAsk: asks.some(saysPackaging) || saysPackagingStrongly(reported),
  };
}

function isSaid(ask: string | null | undefined): ask is string {
  return ask !== undefined && ask !== null && ask.trim() !== "";
}

/** Asking to see a product again is not an ask; asking to omit a product, or to see similar ones, is. */
function isProductAsk({ scope, ask, action }: RefineEntry): boolean {
  return scope === "product" && (isSaid(ask) || action === "omit" || action === "more_like_this");
}

/** Finalising a proposal means accepting it, so it is not an ask. */
function isProposalAsk({ scope, ask, action }: RefineEntry): boolean {
  return scope === "proposal" && (isSaid(ask) || action === "omit");
}

function isUnderPrice(buyingMode: string, structured: RunWording["structured"]): boolean {
  const { priceCeiling, parentMinSellPrice } = structured ?? {};
  if (buyingMode !== "refine" || typeof priceCeiling !== "number" || typeof parentMinSellPrice !== "number")
    return false;
  return priceCeiling < parentMinSellPrice;
}

/** "Too high" alone may refer to a frequency. */
function objectsToPrice(text: FoldedText): boolean {
  return saysPrice(text) || (saysTooMuch(text) && namesPrice(text));
}
