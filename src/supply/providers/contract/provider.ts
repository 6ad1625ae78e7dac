/** The platforms to which a storefront can be wired (seed 003). */
export const PROVIDERS = [
  "amazon",
  "audiostack",
  "google",
  "meta",
  "pinterest",
  "reddit",
  "snap",
  "spotify",
  "tiktok",
] as const;

export type Provider = (typeof PROVIDERS)[number];

export function isProvider(text: string): text is Provider {
  return (PROVIDERS as readonly string[]).includes(text);
}
