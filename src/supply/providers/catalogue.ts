import { amazon } from "./amazon/amazon.ts";
import { audiostack } from "./audiostack/audiostack.ts";
import type { Adapter } from "./contract/adapter.ts";
import type { Provider } from "./contract/provider.ts";
import { google } from "./google/google.ts";
import { meta } from "./meta/meta.ts";
import { pinterest } from "./pinterest/pinterest.ts";
import { reddit } from "./reddit/reddit.ts";
import { snap } from "./snap/snap.ts";
import { spotify } from "./spotify/spotify.ts";
import { tiktok } from "./tiktok/tiktok.ts";

/** The platforms to which a storefront can be wired, as data. Adding one takes a folder and a line here. */
const ADAPTERS: Readonly<Partial<Record<Provider, Adapter>>> = {
  amazon,
  audiostack,
  google,
  meta,
  pinterest,
  reddit,
  snap,
  spotify,
  tiktok,
};

export function adapterOf(provider: Provider): Adapter | undefined {
  return ADAPTERS[provider];
}

/** The existing adapters, ordered by name. */
export function listAdapters(): readonly Adapter[] {
  return Object.values(ADAPTERS);
}
