/** The media channels of AdCP 3.1, each with the words that a brief may say it in. */
export const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  display: "display banner web",
  olv: "olv online video preroll",
  social: "social feed",
  search: "search",
  ctv: "ctv connected tv television streaming video",
  linear_tv: "linear tv television broadcast",
  radio: "radio audio",
  streaming_audio: "streaming audio music",
  podcast: "podcast audio",
  dooh: "dooh digital out of home outdoor billboard",
  ooh: "ooh out of home outdoor billboard",
  print: "print newspaper magazine",
  cinema: "cinema movie theater",
  email: "email newsletter",
  gaming: "gaming game",
  retail_media: "retail media",
  influencer: "influencer creator",
  affiliate: "affiliate",
  product_placement: "product placement",
  sponsored_intelligence: "sponsored intelligence assistant",
};

/** Names that older clients use. */
export const CHANNEL_ALIASES: Readonly<Record<string, string>> = { video: "olv", audio: "streaming_audio" };

/** A channel under the one name that AdCP has for it. */
export function canonicalChannel(channel: string): string {
  return CHANNEL_ALIASES[channel] ?? channel;
}
