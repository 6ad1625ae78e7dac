import type { Log } from "../kernel/log.ts";
import type { Outbound } from "../outbound/index.ts";
import type { Workers } from "../workers/index.ts";
import type { Embedder, EmbeddingsSettings, EndpointSettings } from "./embedder.ts";
import { openFolder } from "./open-folder.ts";

interface Parts {
  readonly outbound: Pick<Outbound, "fetch">;
  readonly log: Log;
  readonly workers: Workers;
}

/** Opens the model that the settings name. Throws an error with a one-sentence message if it is not available. */
export async function openEmbedder(settings: EmbeddingsSettings, parts: Parts): Promise<Embedder> {
  return "folder" in settings ? openFolder(settings, parts) : openEndpoint(settings, parts);
}

/** A model behind an OpenAI-compatible endpoint: a provider's, or a self-hosted one. */
async function openEndpoint(settings: EndpointSettings, { outbound, log }: Parts): Promise<Embedder> {
  const { url, apiKey, timeoutMs, range } = settings;
  const [{ embedMany }, { createOpenAICompatible }] = await Promise.all([
    import("ai"),
    import("@ai-sdk/openai-compatible"),
  ]);
  const fetch: typeof globalThis.fetch = (address, init) => outbound.fetch(address, init);
  const provider = createOpenAICompatible({ name: "embeddings", fetch, baseURL: url, ...(apiKey && { apiKey }) });
  const model = provider.embeddingModel(settings.model);
  return {
    model: settings.model,
    range,
    async embed(texts, requestId) {
      const about = { purpose: "embeddings", requestId, model: settings.model, texts: texts.length };
      try {
        const abortSignal = AbortSignal.timeout(timeoutMs);
        const { embeddings } = await embedMany({ model, values: [...texts], maxRetries: 0, abortSignal });
        log.info(about, "texts were embedded");
        return embeddings;
      } catch (error) {
        log.warn({ ...about, err: error }, "the embeddings model gave no answer");
        return undefined;
      }
    },
  };
}
