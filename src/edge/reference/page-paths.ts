import { MOUNTS } from "../http/mount.ts";
import type { Json } from "./json-schema.ts";

const html = { "text/html": { schema: { type: "string" } } };
const query = (name: string, description: string, required = false) => ({
  name,
  in: "query",
  ...(required && { required }),
  description,
  schema: { type: "string" },
});

/** Pages for people below the API's own mount, which are not operations. */
export const PAGE_PATHS: Readonly<Record<string, Json>> = {
  [`${MOUNTS.storefront}/oauth/callback`]: {
    get: {
      operationId: "showOAuthCallback",
      summary: "Return point for the browser after consent at an authorization server",
      description:
        "Only for the browser that began the consent. It exchanges the code, stores the tokens, and notifies the " +
        "window that opened it with postMessage({ type: 'oauth-complete' }). A client without a browser passes code " +
        "and state to POST /agents/{agentId}/oauth/callback.",
      tags: ["Credentials"],
      security: [],
      parameters: [
        query("state", "As it was given when the consent was begun", true),
        query("code", "What is exchanged for tokens; missing if consent was declined"),
        query("error", "Why there is no code (RFC 6749 §4.1.2.1)"),
        query("iss", "Who sends the browser back (RFC 9207)"),
      ],
      responses: {
        "200": { description: "A page: the source is connected", content: html },
        "400": { description: "A page: the state is used, expired or belongs to another browser", content: html },
        "403": { description: "A page: the consent was declined", content: html },
        "503": { description: "A page: the authorization server did not answer correctly", content: html },
      },
      "x-access": "public",
    },
  },
};
