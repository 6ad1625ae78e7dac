/** What HTML loads from beside itself begins like this, in an attribute and in a style. */
const OPENING = /\b(?:src|href|poster|data)\s*=\s*["']|url\(\s*["']?/gi;
const END_OF_ATTRIBUTE = /["']/g;
const END_IN_STYLE = /["')]/g;
/** Behind what closes the quotes, where there are any. */
const END_OF_STYLE = /["']?\s*\)/y;
/** An address of its own, a place in the page, or a macro that somebody fills in. */
const LEADS_AWAY = /^([a-z][a-z0-9+.-]*:|\/\/|#|[[{%$])/i;
/** More than this many, or longer than that, is more than anybody mends by hand. */
const MOST = 1_000;
const LONGEST = 2_048;

/** The references that lead nowhere once the HTML is shown elsewhere, each once, in their order. One pass over the text. */
export function localReferences(html: string): string[] {
  const found = new Set<string>();
  const opening = new RegExp(OPENING);
  for (let match = opening.exec(html); match && found.size < MOST; match = opening.exec(html)) {
    const start = opening.lastIndex;
    const inStyle = /^url/i.test(match[0]);
    const end = indexOf(inStyle ? END_IN_STYLE : END_OF_ATTRIBUTE, html, start);
    // Then no quote follows either, and nothing else is closed.
    if (end === -1 && inStyle) break;
    if (end === -1) continue;
    opening.lastIndex = end + 1;
    if (inStyle && !isAt(END_OF_STYLE, html, end)) continue;
    const reference = html.slice(start, Math.min(end, start + LONGEST)).trim();
    if (reference !== "" && !LEADS_AWAY.test(reference)) found.add(reference);
  }
  return [...found];
}

function indexOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
