/** What the documentation says about a page, by the beginning of its path; the longest match wins. */
const ABOUT: Readonly<Record<string, string>> = {
  "/": "/docs/",
  "/buy": "/docs/tutorials/buy/",
  "/buy/campaigns": "/docs/concepts/",
  "/sell": "/docs/selling/",
  "/sell/join-links": "/docs/sponsored-buyers/",
  "/sell/platforms": "/docs/providers/",
  "/run": "/docs/self-hosting/",
  "/settings": "/docs/signing-in/",
  "/settings/webhooks": "/docs/agents/",
};

export function helpFor(path: string): string {
  const nearest = Object.keys(ABOUT)
    .filter((start) => path === start || path.startsWith(start.endsWith("/") ? start : `${start}/`))
    .toSorted((a, b) => b.length - a.length)[0];
  return ABOUT[nearest ?? "/"] ?? "/docs/";
}
