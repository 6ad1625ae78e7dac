/** What precedes a reference in HTML, either in an attribute or in a style. */
const OPENING = /\b(?:src|href|poster|data)\s*=\s*["']|url\(\s*["']?/gi;
const END_OF_ATTRIBUTE = /["']/g;
const END_IN_STYLE = /["')]/g;
/** After the closing quotes, if there are any. */
const END_OF_STYLE = /["']?\s*\)/y;
/** A complete URL, an anchor in the page, or a macro that is filled in later. */
const LEADS_AWAY = /^([a-z][a-z0-9+.-]*:|\/\/|#|[[{%$])/i;
/** Longer lists and longer references are of no use: nobody would fix them by hand. */
const MOST = 1_000;
const LONGEST = 2_048;

/**
 * The references that will break when the HTML is shown elsewhere, each listed once, in order of appearance. Makes one pass over
 * the text.
 */
export function localReferences(html: string): string[] {
  const found = new Set<string>();
  let at = 0;
  for (let match = openingFrom(html, at); match && found.size < MOST; match = openingFrom(html, at)) {
    const start = match.index + match[0].length;
    const inStyle = /^url/i.test(match[0]);
    const end = indexOf(inStyle ? END_IN_STYLE : END_OF_ATTRIBUTE, html, start);
    // If this reference never ends, no later one can end either.
    if (end === -1 && inStyle) break;
    at = end === -1 ? start : end + 1;
    if (end === -1) continue;
    if (inStyle && !isAt(END_OF_STYLE, html, end)) continue;
    const reference = html.slice(start, Math.min(end, start + LONGEST)).trim();
    if (reference !== "" && !LEADS_AWAY.test(reference)) found.add(reference);
  }
  return [...found];
}

function openingFrom(html: string, at: number): RegExpExecArray | null {
  OPENING.lastIndex = at;
  return OPENING.exec(html);
}

function indexOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
