import { readFileSync } from "node:fs";
import type { Json } from "../../reference/index.ts";

/** A page that an MCP client displays with a tool's answer, using the extension MCP Apps (SEP-1865). */
export interface AppView {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The page is static, because its data arrives with the tool's result, so a client may cache it. */
  readonly html: string;
}

export const APPS_EXTENSION = "io.modelcontextprotocol/ui";
export const APP_MIME_TYPE = "text/html;profile=mcp-app";

export const SELLER_ANALYTICS_VIEW: AppView = {
  uri: "ui://seller-analytics/view",
  name: "seller-analytics",
  title: "Seller analytics",
  description: "A storefront's runs, requests and objections, postures, seasonality, top products and outcomes",
  html: readFileSync(new URL("seller-analytics.html", import.meta.url), "utf8"),
};

export function listingOf({ uri, name, title, description }: AppView): Json {
  return { uri, name, title, description, mimeType: APP_MIME_TYPE };
}

/** The page loads nothing from other addresses, so the strictest policy can be used. */
export function contentOf({ uri, html }: AppView): Json {
  return { uri, mimeType: APP_MIME_TYPE, text: html, _meta: { ui: { csp: {}, prefersBorder: false } } };
}
