/** What crawlers may read (RFC 9309): the pages that describe this server, and the reference; in a sandbox, nothing. */
export function robotsTxt(sandbox: boolean): string {
  return sandbox ? "User-agent: *\nDisallow: /\n" : `User-agent: *\n${OPEN.map((line) => `${line}\n`).join("")}`;
}

/** The longest match counts, so the reference stays open although it is below the API. Pages that are meant for one reader are marked `noindex`. */
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
