import type { CreativeOrder } from "../contract/creative.ts";
import type { Writable } from "../kit/lossless.ts";

/** There are versions 1, 2 and 3 [O]; the schema of the third was not found. */
export const VERSION = "1";

/** A form that has a script spoken. The content of `assets` is [K]. */
export function formOf({ name, content, seconds, language }: CreativeOrder, voice: string | null): Writable {
  return {
    header: { version: VERSION },
    assets: {
      name,
      ...(voice !== null && { voice: { type: "voice", alias: voice } }),
      script: {
        type: "tts",
        text: content.kind === "script" ? content.text : content.description,
        lang: language,
        targetLength: seconds,
        ...(voice !== null && { voiceRef: "voice" }),
      },
    },
    production: { masteringPreset: "balanced" },
    delivery: { loudnessPreset: "podcast", encoderPreset: "mp3" },
  };
}

/** Produces one ad from a brief [S brief.py]; AudioStack writes the text. */
export function briefOf({ content, seconds, language }: CreativeOrder, voice: string | null): Writable | undefined {
  if (content.kind !== "brief") return undefined;
  const { product, description, callToAction, audience, tone } = content;
  return {
    brief: {
      script: {
        productName: product,
        productDescription: description,
        adLength: seconds,
        lang: language,
        callToAction,
        targetAudience: audience,
        toneOfScript: tone,
      },
      ...(voice !== null && { voices: [{ alias: voice }] }),
    },
    numAds: 1,
    audioformVersion: VERSION,
  };
}
