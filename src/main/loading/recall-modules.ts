import {
  flushCompileCache,
  getCompileCacheDir,
  isBuiltin,
  type LoadHookSync,
  type ResolveHookSync,
  registerHooks,
} from "node:module";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { fromBytes, type ModulePack, nameIn, type PackedModule, toBytes } from "./module-pack.ts";
import { pack, stampOf, statOf } from "./pack-module.ts";
import { readWhole } from "./read-whole.ts";
import { replaceFile } from "./replace-file.ts";
import { surroundingsOf } from "./surroundings.ts";

export interface Recalled {
  /** Stops serving modules from the pack, and writes what was loaded if the pack lacks some of it. */
  save(): Promise<void>;
}

export interface RecallOptions {
  /** The folder that contains `package.json` and `node_modules`. */
  readonly root: string;
  /** The entry point. Each entry point has a pack of its own. */
  readonly entry: string;
  /** Where packs are stored; without a folder, no pack is used. By default it is Node's compile cache. */
  readonly folder?: string | undefined;
}

const nothing: Recalled = { save: async () => {} };

/**
 * Lets this process load its modules from a pack that an earlier start wrote, because finding, reading and stripping three thousand files
 * takes longer than running them. A file counts as unchanged if its time and size are the same, and the name of a package resolves as
 * before until packages are installed. Modules that are not in the pack are loaded by Node as usual.
 */
export function recallModules({ root, entry, folder = getCompileCacheDir() }: RecallOptions): Recalled {
  const surroundings = surroundingsOf(root);
  if (folder === undefined || surroundings === null) return nothing;
  const file = join(folder, `modules-${crc32(`${root} ${entry}`).toString(16)}.pack`);
  const before = readWhole(file);
  const loader = loaderOn((before && fromBytes(before.bytes, surroundings)) ?? EMPTY);
  const hooks = registerHooks(loader);
  return {
    async save() {
      hooks.deregister();
      const seen = loader.end();
      const bytes = seen && toBytes(seen, surroundings);
      before?.release();
      if (bytes) await replaceFile(file, bytes);
      // Writes what is new, and releases the compiled form of every module, which Node would otherwise hold until the process ends.
      flushCompileCache();
    },
  };
}

const EMPTY: ModulePack = { modules: new Map(), names: new Map() };

interface Loader {
  readonly resolve: ResolveHookSync;
  readonly load: LoadHookSync;
  /** Releases everything that it holds. Returns everything that was loaded if some of it was not in the pack, otherwise null. */
  end(): ModulePack | null;
}

function loaderOn(recalled: ModulePack): Loader {
  let known = recalled;
  let seen = { modules: new Map<string, PackedModule>(), names: new Map<string, string>() };
  let isNews = false;

  const unchanged = (url: string): PackedModule | undefined => {
    const before = seen.modules.get(url);
    const module = before ?? stillSame(url, known.modules.get(url));
    if (module && !before) seen.modules.set(url, module);
    return module;
  };

  const resolve: ResolveHookSync = (specifier, context, next) => {
    if (isBuiltin(specifier)) return { url: builtinUrl(specifier), format: "builtin", shortCircuit: true };
    const { parentURL, conditions } = context;
    if (parentURL === undefined) return next(specifier, context);
    const isImport = conditions.includes("import");
    // A required path may lack its ending, so only looking tells where it leads, as with a name.
    const isPath = isImport && specifier.startsWith(".");
    const name = nameIn(parentURL, isImport ? specifier : `require ${specifier}`);
    const url = isPath ? besideOf(parentURL, specifier) : known.names.get(name);
    const module = url === undefined ? undefined : unchanged(url);
    const found = url !== undefined && module ? { url, format: module.format ?? undefined } : next(specifier, context);
    if (!isPath) seen.names.set(name, found.url);
    isNews ||= !isPath && found.url !== url;
    return { ...found, shortCircuit: true };
  };

  const load: LoadHookSync = (url, context, next) => {
    const module = unchanged(url);
    const text = module?.text ?? null;
    if (module && text !== null) return { format: module.format, source: text, shortCircuit: true };
    const loaded = next(url, context);
    const packed = module ? undefined : pack(url, loaded);
    if (!packed) return loaded;
    isNews = true;
    seen.modules.set(url, packed);
    return packed.text === null ? loaded : { ...loaded, format: packed.format, source: packed.text };
  };

  const end = () => {
    const all = seen;
    known = EMPTY;
    seen = { modules: new Map(), names: new Map() };
    return isNews ? all : null;
  };
  return { resolve, load, end };
}

function builtinUrl(specifier: string): string {
  return specifier.startsWith("node:") ? specifier : `node:${specifier}`;
}

/** The packed module, if its file on disk has not changed since. */
function stillSame(url: string, then: PackedModule | undefined): PackedModule | undefined {
  const stats = then && statOf(url);
  return stats && stampOf(stats) === then.stamp ? then : undefined;
}

/** Joined by hand, because using `URL` takes longer than everything else here. */
function besideOf(parent: string, specifier: string): string {
  let folder = parent.slice(0, parent.lastIndexOf("/"));
  let path = specifier.startsWith("./") ? specifier.slice(2) : specifier;
  while (path.startsWith("../")) {
    path = path.slice(3);
    folder = folder.slice(0, folder.lastIndexOf("/"));
  }
  return `${folder}/${path}`;
}
