import { createHash } from "node:crypto";
import { type Embedder, nearnessOf } from "../../../ground/embeddings/index.ts";
import type { CallContext } from "../../../ground/kernel/context.ts";
import type { Offer } from "../../../ground/ranking/offer-reading.ts";
import { recallBrief, recallVectors, saveVector } from "./recall-vectors.ts";
import type { VersionedText } from "./store.ts";

/** The similarity of offers to a brief, according to a model. */
export interface Nearness {
  readonly model: string;
  readonly of: (offer: Offer) => number | undefined;
}

/** As many words of a text as models read. */
const MOST_LETTERS = 2_000;

/**
 * Undefined if there is no model, or it does not answer: then the words decide. Offers that are new to it wait for its
 * job.
 */
export async function nearnessFor(
  brief: string | undefined,
  offers: readonly Offer[],
  ctx: CallContext,
): Promise<Nearness | undefined> {
  const { embedder, viewer } = ctx;
  if (!embedder || !brief?.trim() || offers.length === 0) return undefined;
  const { customerId } = viewer;
  const asked = wordedOf(`brief\n${brief}`, brief);
  const texts = new Map(offers.map((offer) => [offer, textOf(offer)] as const));
  const all = [...new Map([...texts.values()].map((text) => [text.version, text])).values()];
  const there = await ctx.perform(recallVectors, { customerId, model: embedder.model, texts: all });
  const vectors = new Map((there ?? []).map(({ version, vector }) => [version, vector]));
  const of = await vectorOf(asked, embedder, ctx);
  if (!of) return undefined;
  return {
    model: embedder.model,
    of(offer) {
      const vector = vectors.get(texts.get(offer)?.version ?? "");
      return vector && nearnessOf(of, vector, embedder.range);
    },
  };
}

async function vectorOf(
  asked: VersionedText,
  embedder: Embedder,
  ctx: CallContext,
): Promise<readonly number[] | undefined> {
  const { customerId } = ctx.viewer;
  const { model } = embedder;
  const [known] = (await ctx.perform(recallBrief, { customerId, model, version: asked.version })) ?? [];
  if (known) return known.vector;
  const [vector] = (await embedder.embed([asked.words], ctx.requestId)) ?? [];
  if (vector) await ctx.perform(saveVector, { customerId, model, vector: { version: asked.version, vector } });
  return vector;
}

/** A product's own text; a changed text is another version. */
function textOf({ product }: Offer): VersionedText {
  const text = [product.name, product.description, product.channels.join(", ")].join("\n");
  return wordedOf(text, text);
}

function wordedOf(identity: string, words: string): VersionedText {
  const version = createHash("sha256").update(identity).digest("hex").slice(0, 32);
  return { version, words: words.slice(0, MOST_LETTERS) };
}
