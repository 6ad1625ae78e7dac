/** The media channels of AdCP 3.1. */
export const CHANNELS = [
  "display",
  "olv",
  "social",
  "search",
  "ctv",
  "linear_tv",
  "radio",
  "streaming_audio",
  "podcast",
  "dooh",
  "ooh",
  "print",
  "cinema",
  "email",
  "gaming",
  "retail_media",
  "influencer",
  "affiliate",
  "product_placement",
  "sponsored_intelligence",
] as const;

/** Names that older clients use. */
export const CHANNEL_ALIASES: Readonly<Record<string, string>> = { video: "olv", audio: "streaming_audio" };

/** A channel under the one name that AdCP has for it. */
export function canonicalChannel(channel: string): string {
  return CHANNEL_ALIASES[channel] ?? channel;
}

/** What people call a channel. */
export function nameOfChannel(channel: string): string {
  return NAMES[canonicalChannel(channel)] ?? channel.replaceAll("_", " ");
}

const NAMES: Readonly<Record<string, string>> = {
  display: "display",
  olv: "online video",
  social: "social media",
  ctv: "connected TV",
  linear_tv: "television",
  radio: "radio",
  streaming_audio: "streaming audio",
  podcast: "podcast",
  dooh: "digital out-of-home",
  ooh: "out-of-home",
  print: "print",
  cinema: "cinema",
  email: "email",
  gaming: "in-game advertising",
  retail_media: "retail media",
  influencer: "creator content",
};
