import { audiostack } from "./audiostack/audiostack.ts";
import type { Adapter } from "./contract/adapter.ts";
import type { Provider } from "./contract/provider.ts";
import { meta } from "./meta/meta.ts";
import { snap } from "./snap/snap.ts";
import { spotify } from "./spotify/spotify.ts";
import { tiktok } from "./tiktok/tiktok.ts";

/** The platforms that a storefront can be wired to, each a value. Another one is a folder and a line. */
const ADAPTERS: Readonly<Partial<Record<Provider, Adapter>>> = { audiostack, meta, snap, spotify, tiktok };

export function adapterOf(provider: Provider): Adapter | undefined {
  return ADAPTERS[provider];
}

/** Those that are there, by their names. */
export function listAdapters(): readonly Adapter[] {
  return Object.values(ADAPTERS);
}
