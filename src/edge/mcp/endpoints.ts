import type { CustomerKind } from "../../ground/kernel/viewer.ts";
import { MOUNTS } from "../http/mount.ts";

/** Where buyers find their server. All three are served as they are, because some clients lose a body on a redirect. */
export const ENDPOINTS: readonly string[] = ["/mcp/buyer", "/mcp/v2/buyer", "/mcp"];

/** Where whoever knocks at the buyers' door is at home. */
export const HOMES: Readonly<Record<CustomerKind, string>> = {
  BUYER: "/mcp/buyer",
  SELLER: MOUNTS.storefront,
  OPERATOR: "/mcp/buyer",
};

const WELL_KNOWN = "/.well-known/oauth-protected-resource";

/** Where the metadata of an endpoint stands: its path goes behind the well-known one (RFC 9728, 3.1). */
export function metadataPathOf(endpoint: string): string {
  return WELL_KNOWN + endpoint;
}

/** Of each endpoint, and of the server as a whole. No authorisation server is named: keys are issued here. */
export function metadataOf(endpoint: string, publicUrl: string) {
  return {
    resource: publicUrl + endpoint,
    resource_name: "Interchange for buyers",
    bearer_methods_supported: ["header"],
    resource_documentation: `${publicUrl}${MOUNTS.buyer}/skill.md`,
  };
}
