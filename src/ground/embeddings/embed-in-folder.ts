import { basename, dirname } from "node:path";

/** Input of the thread that computes the vectors of texts, with a model that is stored in a folder. */
export interface TextsForFolder {
  readonly folder: string;
  /** The address of the library. */
  readonly library: string;
  readonly texts: readonly string[];
}

/** The part of Transformers.js that we use. It is not a dependency, so its types are not available here. */
interface Transformers {
  readonly env: { allowRemoteModels: boolean; localModelPath: string };
  pipeline(work: "feature-extraction", model: string): Promise<Extractor>;
}

type Extractor = (
  texts: string[],
  options: { pooling: "mean"; normalize: true },
) => Promise<{ tolist(): number[][]; dispose?(): void }>;

let loaded: { readonly folder: string; readonly extractor: Promise<Extractor> } | undefined;

/** Returns one vector for each text, in order. The model is loaded with the first texts, and stays loaded as long as the thread lives. */
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
  // Only files in the folder are read; nothing that a model's configuration names elsewhere is fetched.
  env.allowRemoteModels = false;
  env.localModelPath = dirname(folder);
  return pipeline("feature-extraction", basename(folder));
}
