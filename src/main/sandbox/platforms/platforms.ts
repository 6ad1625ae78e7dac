import type { Provider } from "../../../supply/providers/contract/provider.ts";
import type { ProviderOptions, SimulatedProvider } from "../providers/index.ts";

/** A platform in a sandbox: its hosts, and its simulation, which is loaded with the first call. */
interface Platform {
  readonly hosts: readonly string[];
  start(options: ProviderOptions): Promise<SimulatedProvider>;
}

export const PLATFORMS: Readonly<Record<Provider, Platform>> = {
  amazon: {
    hosts: [
      "www.amazon.com",
      "eu.account.amazon.com",
      "apac.account.amazon.com",
      "api.amazon.com",
      "api.amazon.co.uk",
      "api.amazon.co.jp",
      "advertising-api.amazon.com",
      "advertising-api-eu.amazon.com",
      "advertising-api-fe.amazon.com",
      "offline-report-storage-us-east-1-prod.s3.amazonaws.com",
      "asset-upload.synthetic-amazon.example",
    ],
    start: async (options) => (await import("../providers/amazon/start-amazon.ts")).startAmazon(options),
  },
  audiostack: {
    hosts: ["v2.api.audio", "staging-v2.api.audio", "files.synthetic-audiostack.example"],
    start: async (options) => (await import("../providers/audiostack/start-audiostack.ts")).startAudiostack(options),
  },
  google: {
    hosts: ["accounts.google.com", "oauth2.googleapis.com", "googleads.googleapis.com"],
    start: async (options) => (await import("../providers/google/start-google.ts")).startGoogle(options),
  },
  meta: {
    hosts: ["www.facebook.com", "graph.facebook.com", "graph-video.facebook.com"],
    start: async (options) => (await import("../providers/meta/start-meta.ts")).startMeta(options),
  },
  pinterest: {
    hosts: [
      "www.pinterest.com",
      "api.pinterest.com",
      "pinterest-media-upload.synthetic-pinterest.example",
      "pinterest-reports.synthetic-pinterest.example",
    ],
    start: async (options) => (await import("../providers/pinterest/start-pinterest.ts")).startPinterest(options),
  },
  reddit: {
    hosts: ["www.reddit.com", "ads-api.reddit.com"],
    start: async (options) => (await import("../providers/reddit/start-reddit.ts")).startReddit(options),
  },
  snap: {
    hosts: ["accounts.snapchat.com", "adsapi.snapchat.com"],
    start: async (options) => (await import("../providers/snap/start-snap.ts")).startSnap(options),
  },
  spotify: {
    hosts: ["accounts.spotify.com", "api-partner.spotify.com", "files.synthetic-spotify.example"],
    start: async (options) => (await import("../providers/spotify/start-spotify.ts")).startSpotify(options),
  },
  tiktok: {
    hosts: ["business-api.tiktok.com"],
    start: async (options) => (await import("../providers/tiktok/start-tiktok.ts")).startTiktok(options),
  },
};
