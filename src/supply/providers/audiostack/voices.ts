import type { ProviderRequest } from "../contract/http.ts";
import type { Lossless } from "../kit/lossless.ts";
import { listAt, textAt } from "../kit/read.ts";
import { audiostackRequest } from "./requests.ts";

export function voicesRequest(): ProviderRequest {
  return audiostackRequest("POST", "/assets/voices/query", "read", { body: {} });
}

/** A voice for the language; undefined if none is known, so that AudioStack chooses one. */
export function voiceFor(language: string, body: Lossless): string | undefined {
  const voices = listAt(body, "data", "voices");
  const spoken = (voice: Lossless) => textAt(voice, "language") ?? "";
  const exact = voices.find((voice) => spoken(voice).toLowerCase() === language.toLowerCase());
  const near = voices.find((voice) => baseOf(spoken(voice)) === baseOf(language));
  return textAt(exact ?? near, "alias");
}

/** The primary subtag: `pt` for `pt-BR`. */
export function baseOf(language: string): string {
  return (language.split("-")[0] ?? "").toLowerCase();
}
