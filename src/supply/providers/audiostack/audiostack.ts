import type { Adapter } from "../contract/adapter.ts";
import type { CreativeAdapter, CreativeOrder } from "../contract/creative.ts";
import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import { audiostackAccounts } from "./accounts.ts";
import { buildAudio } from "./build-creative.ts";

const SHORTEST_SECONDS = 5;
const LONGEST_SECONDS = 120;
const LONGEST_TEXT = 4_000;

const creative: CreativeAdapter = {
  makes: "audio",
  formats: [15, 30, 60].map((seconds) => ({ id: `audio_${seconds}s`, name: `Audio, ${seconds} seconds`, seconds })),
  check,
  build: buildAudio,
};

/** AudioStack, which produces audio from a script or a brief. docs/providers.md lists the facts and how certain they are. */
export const audiostack: Adapter = {
  describe: {
    provider: "audiostack",
    displayName: "AudioStack",
    sourceKind: "creative",
    apiVersion: "v2",
    sunset: null,
    authModes: ["bearer"],
    hosts: { api: "https://v2.api.audio" },
    // The limits are unknown [?], so one call a second is meant to be safely below them.
    buckets: [{ name: "key", per: "account", burst: 5, perSecond: 1 }],
    channels: ["streaming_audio"],
    dayBorder: "utc",
    settleDays: 0,
    targeting: [],
  },
  accounts: audiostackAccounts,
  templates: [],
  creative,
};

function check(order: CreativeOrder): Result<CreativeOrder> {
  const { content, seconds, language } = order;
  const against = (message: string, field: string) => failed<CreativeOrder>(fault("invalid", message, { field }));
  if (!Number.isInteger(seconds) || seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS)
    return against(`audio lasts from ${SHORTEST_SECONDS} to ${LONGEST_SECONDS} whole seconds`, "seconds");
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) return against("name a language as in pt-BR", "language");
  const text = content.kind === "script" ? content.text : content.description;
  if (text.trim() === "" || text.length > LONGEST_TEXT)
    return against(`send the text to be spoken, in ${LONGEST_TEXT} characters at most`, "content");
  if (content.kind === "brief" && content.product.trim() === "") return against("name the product", "content.product");
  return ok(order);
}
