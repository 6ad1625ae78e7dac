import { MOUNTS } from "../../http/mount.ts";
import { SIDES, type Side } from "../openapi.ts";

const WHO: Readonly<Record<Side, string>> = {
  buyer: "advertisers, discovery, campaigns, media buys, reports",
  storefront: "storefronts, inventory sources, join links, sponsored buyers",
  operator: "the review of storefronts, and what waits for a person",
};

/** Tells a model that was sent to this server where to find what it needs, in the format of llmstxt.org. */
export function llmsOf(publicUrl: string): string {
  const at = (path: string) => publicUrl + path;
  const documents = SIDES.map(
    (side) => `- [The ${side} API, page by page](${at(MOUNTS[side])}/docs): ${WHO[side]}
- [The ${side} API as OpenAPI 3.1](${at(MOUNTS[side])}/openapi.json): the same for machines; also \`openapi.yaml\``,
  );
  return `# Interchange

> A marketplace for advertising. Sellers put inventory behind storefronts; buyers discover products over many of them, buy them in one campaign, and read what was delivered. REST and MCP with one API key.

## For agents that buy

- [Skill](${at(MOUNTS.buyer)}/skill.md): how to connect, the rules, the journey from the terms to the report, every operation
- MCP server at ${at("/mcp/buyer")}: streamable HTTP; begin with the tool ask_about_capability

## For agents that sell

- [Skill](${at(MOUNTS.storefront)}/skill.md): how to connect, the rules, the journey from the terms to the first order, every operation
- MCP server at ${at("/mcp/storefront")}: streamable HTTP; begin with the tool ask_murph

## API

${documents.join("\n")}
`;
}
