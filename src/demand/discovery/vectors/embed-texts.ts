import { z } from "zod";
import { type Step, step } from "../../../ground/kernel/step.ts";
import { listWaiting, saveVectors } from "./store.ts";

interface EmbedTexts {
  readonly customerId: number;
}

/** The limit of one call of a model. */
const AT_ONCE = 96;

/** Sends waiting texts to the model, some at a time; the first vector of a text is kept. */
export const embedTexts: Step<EmbedTexts> = step({
  name: "discovery.embed-texts",
  input: z.object({ customerId: z.int() }),
  async claim({ customerId }, { db, installation }) {
    const model = installation.embeddingsModel;
    if (model === null) return undefined;
    const texts = await listWaiting(db, customerId, model, AT_ONCE);
    return texts.length > 0 ? { customerId, model, texts } : undefined;
  },
  async call({ texts }, { embedder, requestId }) {
    const vectors = await embedder?.embed(
      texts.map(({ words }) => words),
      requestId,
    );
    if (!vectors) throw new Error("the embeddings model gave no answer: the texts are asked about again");
    return texts.flatMap(({ version }, index) => (vectors[index] ? [{ version, vector: vectors[index] }] : []));
  },
  async settle({ customerId, model, texts }, vectors, ctx) {
    await saveVectors(ctx.db, customerId, model, vectors, ctx.now);
    if (texts.length === AT_ONCE) await ctx.enqueue(embedTexts, { customerId }, { key: `embed-${customerId}` });
  },
});
