/**
 * What crawlers may read (RFC 9309): the pages that describe this server and the reference, and in a sandbox nothing.
 */
export function robotsTxt(sandbox: boolean): string {
  return sandbox ? "User-agent: *\nDisallow: /\n" : `User-agent: *\n${OPEN.map((line) => `${line}\n`).join("")}`;
}

/**
 * The longest match counts, so the reference stays open below the API. Pages for one reader say `noindex` themselves.
 */
const OPEN = [
  "Allow: /api/v2/buyer/docs",
  "Allow: /api/v2/buyer/skill.md",
  "Allow: /api/v2/storefront/docs",
  "Allow: /api/v2/storefront/skill.md",
  "Allow: /api/v2/operator/docs",
  "Disallow: /api/",
  "Disallow: /mcp",
  "Disallow: /metrics",
  "Disallow: /storefront/",
];
