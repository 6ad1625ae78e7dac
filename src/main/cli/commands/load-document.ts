import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cacheFolder } from "../profiles/folders.ts";
import type { Document } from "./document.ts";
import type { ApiSide } from "./sides.ts";

/** As long as the server allows its document to be cached. */
const KEEP_MS = 300_000;
/** Longer than any server needs; if it does not answer, the call itself will report that. */
const PATIENCE_MS = 10_000;
const RELEASED = join(import.meta.dirname, "../../../../docs/api");

/** The description of a side's API: the server's own document, a cached copy of it, or the document of this release. */
export async function loadDocument(side: ApiSide, server: string, env: NodeJS.ProcessEnv): Promise<Document> {
  const path = cachePath(side, server, env);
  const kept = await stat(path).catch(() => undefined);
  if (kept && Date.now() - kept.mtimeMs < KEEP_MS) return parsed(await readFile(path, "utf8"));
  const served = await fetchDocument(side, server);
  if (served !== undefined) {
    await save(path, served);
    return parsed(served);
  }
  return kept ? parsed(await readFile(path, "utf8")) : releasedDocument(side);
}

/** The description that is available without a request, for completion; undefined if no server has been asked before. */
export async function cachedDocument(
  side: ApiSide,
  server: string,
  env: NodeJS.ProcessEnv,
): Promise<Document | undefined> {
  const text = await readFile(cachePath(side, server, env), "utf8").catch(() => undefined);
  return text === undefined ? undefined : parsed(text);
}

async function fetchDocument(side: ApiSide, server: string): Promise<string | undefined> {
  const address = new URL(`/api/v2/${side}/openapi.json`, server);
  const request = globalThis.fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
  const response = await request.catch(() => undefined);
  return response?.ok ? response.text() : undefined;
}

async function releasedDocument(side: ApiSide): Promise<Document> {
  const { parse } = await import("yaml");
  return parse(await readFile(join(RELEASED, `${side}.openapi.yaml`), "utf8")) as Document;
}

function cachePath(side: ApiSide, server: string, env: NodeJS.ProcessEnv): string {
  const of = createHash("sha256").update(server).digest("hex").slice(0, 16);
  return join(cacheFolder(env), of, `${side}.json`);
}

/** A cache that cannot be written does not stop the command. */
async function save(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.${process.pid}`, text);
    await rename(`${path}.${process.pid}`, path);
  } catch {}
}

function parsed(text: string): Document {
  return JSON.parse(text) as Document;
}
