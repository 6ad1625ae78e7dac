/** The URL at which a storefront answers as an AdCP agent, which publishers list to authorise it. */
export function agentUrlOf(publicUrl: string, platformId: string): string {
  return `${publicUrl}/storefront/${encodeURIComponent(platformId)}/mcp`;
}

/** AdCP 3.1, URL canonicalisation: case, default ports and escapes do not distinguish two agents. */
export function isSameAgent(one: string, other: string): boolean {
  const [a, b] = [canonical(one), canonical(other)];
  return a !== undefined && a === b;
}

function canonical(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url) return undefined;
  url.hash = "";
  const href = url.href.replaceAll(/%[0-9a-f]{2}/gi, (escape) => {
    const letter = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(letter) ? letter : escape.toUpperCase();
  });
  return href.replace(/\/$/, "");
}
