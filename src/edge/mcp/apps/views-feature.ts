import type { Feature } from "../answer-request.ts";
import { answered, FRESH_MS } from "../answered.ts";
import { INVALID_PARAMS, ProtocolFault, RESOURCE_NOT_FOUND } from "../protocol/fault.ts";
import { APP_MIME_TYPE, APPS_EXTENSION, type AppView, contentOf, listingOf } from "./app-view.ts";

/** Offers, as resources, the pages that clients with MCP Apps display with a tool's answer. */
export function viewsFeature(views: readonly AppView[]): Feature<unknown> {
  const shared = { ttlMs: FRESH_MS, cacheScope: "public" };
  return {
    capabilities: { resources: {}, extensions: { [APPS_EXTENSION]: { mimeTypes: [APP_MIME_TYPE] } } },
    methods: {
      "resources/list": async () => answered({ resources: views.map(listingOf), ...shared }),
      "resources/templates/list": async () => answered({ resourceTemplates: [], ...shared }),
      async "resources/read"({ uri }, _, { era }) {
        const view = views.find((one) => one.uri === uri);
        if (view) return answered({ contents: [contentOf(view)], ...shared });
        // 2026-07-28 no longer has the separate error code of earlier revisions (SEP-2164).
        const code = era === "modern" ? INVALID_PARAMS : RESOURCE_NOT_FOUND;
        throw new ProtocolFault(code, `params.uri: there is no resource ${JSON.stringify(uri)}`, { data: { uri } });
      },
    },
  };
}
