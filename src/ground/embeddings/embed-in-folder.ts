import { basename, dirname } from "node:path";

/** In a separate thread: the vectors of texts by a model in a folder. */
export interface TextsForFolder {
  readonly folder: string;
  /** The library's address. */
  readonly library: string;
  readonly texts: readonly string[];
}

/** The part of Transformers.js that is used; it is not a dependency and has no types here. */
interface Transformers {
  readonly env: { allowRemoteModels: boolean; localModelPath: string };
  pipeline(work: "feature-extraction", model: string): Promise<Extractor>;
}

type Extractor = (
  texts: string[],
  options: { pooling: "mean"; normalize: true },
) => Promise<{ tolist(): number[][]; dispose?(): void }>;

let loaded: { readonly folder: string; readonly extractor: Promise<Extractor> } | undefined;

/** One vector each, in order. The model is loaded with the first texts and stays as long as the thread. */
export async function embedInFolder({ folder, library, texts }: TextsForFolder): Promise<number[][]> {
  if (loaded?.folder !== folder) loaded = { folder, extractor: load(folder, library) };
  const extract = await loaded.extractor;
  const vectors = await extract([...texts], { pooling: "mean", normalize: true });
  const lists = vectors.tolist();
  vectors.dispose?.();
  return lists;
}

async function load(folder: string, library: string): Promise<Extractor> {
  const { env, pipeline } = (await import(library)) as Transformers;
  // The files of the folder, and nothing that a model's configuration names elsewhere.
  env.allowRemoteModels = false;
  env.localModelPath = dirname(folder);
  return pipeline("feature-extraction", basename(folder));
}
