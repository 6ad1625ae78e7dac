/** What HTML loads from beside itself. */
const REFERENCES = /\b(?:src|href|poster|data)\s*=\s*["']([^"']*)["']|url\(\s*["']?([^"')]+)["']?\s*\)/gi;
/** An address of its own, a place in the page, or a macro that somebody fills in. */
const LEADS_AWAY = /^([a-z][a-z0-9+.-]*:|\/\/|#|[[{%$])/i;

/** The references that lead nowhere once the HTML is shown elsewhere, each once, in their order. */
export function localReferences(html: string): string[] {
  const all = [...html.matchAll(REFERENCES)].map(([, attribute, style]) => (attribute ?? style ?? "").trim());
  return [...new Set(all)].filter((reference) => reference !== "" && !LEADS_AWAY.test(reference));
}
