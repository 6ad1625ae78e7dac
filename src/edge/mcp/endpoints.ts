import { CustomerRoleDenied } from "../../ground/kernel/errors.ts";
import type { CustomerKind, Viewer } from "../../ground/kernel/viewer.ts";
import { MOUNTS } from "../http/mount.ts";
import { metadataOf } from "../http/protected-resource.ts";

/** The sides of the market that have an MCP server of their own. */
export type McpServerKind = "buyer" | "storefront";

/** The URL of each server, and the URL at which the key decides. All are served directly, because some clients lose the body on a redirect. */
const SERVER_URLS: Readonly<Record<string, McpServerKind | "own">> = {
  "/mcp/buyer": "buyer",
  "/mcp/v2/buyer": "buyer",
  "/mcp/storefront": "storefront",
  "/mcp/v2/storefront": "storefront",
  "/mcp": "own",
};

export const ENDPOINTS: readonly string[] = Object.keys(SERVER_URLS);

/** Operators may use every server. None is their own, so each has a tool for them. */
const OWN: Readonly<Record<CustomerKind, McpServerKind>> = { BUYER: "buyer", SELLER: "storefront", OPERATOR: "buyer" };
const PEOPLE: Readonly<Record<McpServerKind, string>> = { buyer: "buyers", storefront: "sellers" };

/** The server for a caller. Throws `CustomerRoleDenied`, naming the caller's own server. */
export function mcpServerFor({ customerKind }: Viewer, endpoint: string, publicUrl: string): McpServerKind {
  const own = OWN[customerKind];
  const desk = SERVER_URLS[endpoint] ?? "own";
  if (desk === "own") return own;
  if (desk === own || customerKind === "OPERATOR") return desk;
  throw new CustomerRoleDenied(
    `this server is for ${PEOPLE[desk]}; this key belongs to a ${customerKind} organisation, whose server is ${publicUrl}/mcp/${own}`,
  );
}

/** What an endpoint, or the whole installation, states about itself. */
export function endpointMetadata(endpoint: string, publicUrl: string) {
  const desk = SERVER_URLS[endpoint] ?? "own";
  const described =
    desk === "own"
      ? { name: "Interchange", documentation: "/llms.txt" }
      : { name: `Interchange for ${PEOPLE[desk]}`, documentation: `${MOUNTS[desk]}/skill.md` };
  return metadataOf(endpoint, publicUrl, described);
}
