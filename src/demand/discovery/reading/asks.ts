import { type Chip, lineOf, readBrief } from "../../../ground/brief/index.ts";
import { type Offer, readOffer } from "../../../ground/ranking/offer-reading.ts";
import {
  type Ask,
  inShort,
  newBriefIn,
  type ReadAsk,
  readAsk,
  sessionAskOf,
  withAsk,
} from "../../../ground/refining/index.ts";
import type { Refinement } from "../../../ground/seller-agent/index.ts";
import type { SearchCriteria } from "../search/criteria.ts";
import type { RefinementAnswer } from "../search/seller-answer.ts";

/** The maximum that a session remembers. The oldest is removed first. */
const MOST_ASKS = 50;

const HINT =
  'not understood: name a channel, place, subject, audience, price or seller, or a product by its place in the list, such as "drop the third"';

/** What a refinement may speak of: what was shown, best first, and who sells here. */
export interface Market {
  readonly shown: readonly Offer[];
  readonly sellers: readonly { readonly agentId: string; readonly name: string }[];
}

/** The marketplace's own part in one refinement. */
export interface OwnPart {
  /** Undefined if it is up to the sellers. */
  readonly outcome: RefinementAnswer | undefined;
  /** It concerns the session, so that no seller is asked. */
  readonly isOwn?: boolean;
  /** What to say instead, if no seller understands it either. */
  readonly hint?: string;
}

export interface ReadAsks {
  /** What the session remembers from now on. */
  readonly asks: readonly Ask[];
  /** At the position of each refinement: undefined if there is nothing to say of it here. */
  readonly read: readonly (OwnPart | undefined)[];
}

/** The brief that counts: the session's own, or one that a later refinement began. */
export function briefOf({ brief, asks = [] }: SearchCriteria): string | undefined {
  return asks.findLast((ask) => ask.brief !== undefined)?.brief ?? brief;
}

/** What was refined since the brief that counts. */
export function asksInForce({ asks = [] }: SearchCriteria): readonly Ask[] {
  return asks.slice(asks.findLastIndex(({ brief }) => brief !== undefined) + 1);
}

/** What is wanted and refused: the brief as it was read or corrected, and all that was refined since. */
export function chipsInForce(criteria: SearchCriteria): readonly Chip[] {
  const { brief = "", chips, asks = [] } = criteria;
  return asks.reduce<readonly Chip[]>(
    (known, ask) => (ask.brief === undefined ? withAsk(known, ask) : readBrief(ask.brief).chips),
    chips ?? readBrief(brief).chips,
  );
}

/** Reads refinements in their order: each depends on those before it, which some of them take back. */
export function readAsks(refine: readonly Refinement[], criteria: SearchCriteria, market: Market): ReadAsks {
  let asks = criteria.asks ?? [];
  const remember = (ask: Ask) => {
    asks = [...asks, ask].slice(-MOST_ASKS);
  };
  const read = refine.map((one): OwnPart | undefined => {
    if (one.scope === "product" && one.action === "more_like_this") {
      const like = market.shown.find(({ product }) => product.productId === one.productId);
      const chips = like ? likenessOf(like) : [];
      if (chips.length > 0) remember({ ask: "", chips });
      return like && { outcome: undefined, isOwn: false };
    }
    if (one.scope !== "request") return undefined;
    const meaning = sessionAskOf(one.ask);
    if (meaning) {
      const outcome = takeBack(meaning, asks);
      asks = meaning === "reset" ? [] : asks.slice(0, -1);
      return { outcome, isOwn: true };
    }
    const brief = newBriefIn(one.ask);
    if (brief !== undefined) {
      remember({ ask: one.ask, chips: [], brief });
      return { outcome: { status: "applied", notes: `begins anew with "${brief}"` }, isOwn: true };
    }
    const { ask, outcome, isOwn } = inWords(one.ask, { ...criteria, asks }, market);
    if (outcome && outcome.status !== "unable") remember(ask);
    return { outcome, isOwn, ...(!outcome && { hint: HINT }) };
  });
  return { asks, read };
}

function inWords(text: string, criteria: SearchCriteria, { shown, sellers }: Market): ReadAsk {
  const products = shown.map((offer) => ({
    salesAgentId: offer.salesAgentId,
    productId: offer.product.productId,
    name: offer.product.name,
    likeness: () => likenessOf(offer),
  }));
  const named = sellers.map(({ agentId, name }) => ({ id: agentId, name }));
  return readAsk(text, { known: chipsInForce(criteria), products, sellers: named });
}

function takeBack(meaning: "undo" | "reset", asks: readonly Ask[]): RefinementAnswer {
  const last = asks.at(-1);
  if (meaning === "reset") return { status: "applied", notes: `back to the brief; asks taken back: ${asks.length}` };
  if (!last) return { status: "unable", notes: "there is no ask to take back" };
  return { status: "applied", notes: `taken back: ${last.ask ? `"${last.ask}"` : last.chips.map(inShort).join(", ")}` };
}

/** A product's subjects, as preferences: they rank similar products first and exclude nothing. */
function likenessOf(offer: Offer): Chip[] {
  return [...readOffer(offer).concepts.keys()].flatMap((key): Chip[] => {
    const [kind, concept = ""] = key.split(":");
    if (kind !== "topic" && kind !== "audience") return [];
    const value = lineOf(kind, concept)?.taxonomyId ?? concept;
    return [{ kind, value, concept, negated: false, span: null, certainty: 0.9 }];
  });
}
