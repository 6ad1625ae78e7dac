import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "../kernel/log.ts";
import { task, type Workers } from "../workers/index.ts";
import type { TextsForFolder } from "./embed-in-folder.ts";
import type { Embedder, FolderSettings } from "./embedder.ts";

/** One thread, because a model uses a whole core; and loading it takes seconds, during which no request waits. */
const EMBED = task<TextsForFolder, readonly (readonly number[])[]>({
  name: "embeddings.embed-in-folder",
  module: new URL("embed-in-folder.ts", import.meta.url).href,
  work: "embedInFolder",
  deadlineMs: 120_000,
  memoryMb: 1_024,
  atOnce: 1,
});

/** Files that every model's folder contains. */
const NEEDED = ["config.json", "tokenizer.json"] as const;

/** A model that runs in a thread of this process, using a library that operators install if they want it. */
export function openFolder(
  settings: FolderSettings,
  { workers, log }: { readonly workers: Workers; readonly log: Log },
): Embedder {
  const { folder, library, model, timeoutMs, range } = settings;
  const missing = NEEDED.find((file) => !existsSync(join(folder, file)));
  if (missing)
    throw new Error(`INTERCHANGE_EMBEDDINGS_FOLDER has no ${missing}: name a folder with a model for Transformers.js`);
  const address = addressOf(library);
  return {
    model,
    range,
    async embed(texts, requestId) {
      const about = { purpose: "embeddings", requestId, model, texts: texts.length };
      const late = new AbortController();
      const embedding = workers.run(EMBED, { folder, library: address, texts: [...texts] });
      try {
        const vectors = await Promise.race([embedding, wait(timeoutMs, undefined, { signal: late.signal })]);
        if (vectors) log.info(about, "texts were embedded");
        else log.warn(about, "the embeddings model takes longer than it may");
        return vectors;
      } catch (error) {
        log.warn({ ...about, err: error }, "the embeddings model gave no answer");
        return undefined;
      } finally {
        late.abort();
        // Callers that gave up waiting do not receive the result.
        embedding.catch(() => undefined);
      }
    },
  };
}

/** The library's address, from which a thread can load it. */
function addressOf(library: string): string {
  try {
    return import.meta.resolve(library);
  } catch (cause) {
    throw new Error(`INTERCHANGE_EMBEDDINGS_FOLDER needs a package that is not installed: npm install ${library}`, {
      cause,
    });
  }
}
