import { audiostack } from "./audiostack/audiostack.ts";
import type { Adapter } from "./contract/adapter.ts";
import type { Provider } from "./contract/provider.ts";
import { snap } from "./snap/snap.ts";
import { spotify } from "./spotify/spotify.ts";

/** The platforms that a storefront can be wired to, each a value. Another one is a folder and a line. */
const ADAPTERS: Readonly<Partial<Record<Provider, Adapter>>> = { audiostack, snap, spotify };

export function adapterOf(provider: Provider): Adapter | undefined {
  return ADAPTERS[provider];
}

/** Those that are there, by their names. */
export function listAdapters(): readonly Adapter[] {
  return Object.values(ADAPTERS);
}
