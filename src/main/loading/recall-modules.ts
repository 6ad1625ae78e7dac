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
  /** Stops recalling, and writes down what was loaded if a later start would not find all of it. */
  keep(): Promise<void>;
}

export interface RecallOptions {
  /** The folder that holds `package.json` and `node_modules`. */
  readonly root: string;
  /** What is loaded: each entry has its own pack. */
  readonly entry: string;
  /** Where packs lie; nothing is recalled without. By default beside what Node has compiled. */
  readonly folder?: string | undefined;
}

const nothing: Recalled = { keep: async () => {} };

/**
 * Lets the modules of this process be found as a former start left them: finding, reading and stripping three thousand files
 * takes longer than running them. A file counts as unchanged by its time and size, and a package's name leads where it did until
 * packages are installed. What is not known is loaded by Node as ever.
 */
export function recallModules({ root, entry, folder = getCompileCacheDir() }: RecallOptions): Recalled {
  const surroundings = surroundingsOf(root);
  if (folder === undefined || surroundings === null) return nothing;
  const file = join(folder, `modules-${crc32(`${root} ${entry}`).toString(16)}.pack`);
  const before = readWhole(file);
  const loader = loaderOn((before && fromBytes(before.bytes, surroundings)) ?? EMPTY);
  const hooks = registerHooks(loader);
  return {
    async keep() {
      hooks.deregister();
      const seen = loader.end();
      const bytes = seen && toBytes(seen, surroundings);
      before?.release();
      if (bytes) await replaceFile(file, bytes);
      // Writes what is new, and lets go of the compiled form of every module, which Node otherwise holds until the end.
      flushCompileCache();
    },
  };
}

const EMPTY: ModulePack = { modules: new Map(), names: new Map() };

interface Loader {
  readonly resolve: ResolveHookSync;
  readonly load: LoadHookSync;
  /** Lets go of all that it holds. Everything that was loaded, if some of it was not known; otherwise null. */
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
    if (specifier.startsWith("node:") && isBuiltin(specifier))
      return { url: specifier, format: "builtin", shortCircuit: true };
    const { parentURL, conditions } = context;
    if (parentURL === undefined || !conditions.includes("import")) return next(specifier, context);
    const isPath = specifier.startsWith(".");
    const name = nameIn(parentURL, specifier);
    const url = isPath ? besideOf(parentURL, specifier) : known.names.get(name);
    const module = url === undefined ? undefined : unchanged(url);
    const found = url !== undefined && module ? { url, format: module.format } : next(specifier, context);
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

/** What it was then, if its file is on disk as it was then. */
function stillSame(url: string, then: PackedModule | undefined): PackedModule | undefined {
  const stats = then && statOf(url);
  return stats && stampOf(stats) === then.stamp ? then : undefined;
}

/** Joined by hand, because as a `URL` it takes longer than all the rest. */
function besideOf(parent: string, specifier: string): string {
  let folder = parent.slice(0, parent.lastIndexOf("/"));
  let path = specifier.startsWith("./") ? specifier.slice(2) : specifier;
  while (path.startsWith("../")) {
    path = path.slice(3);
    folder = folder.slice(0, folder.lastIndexOf("/"));
  }
  return `${folder}/${path}`;
}
