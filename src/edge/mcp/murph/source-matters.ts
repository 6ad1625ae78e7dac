import { type CallMaker, type Matter, theirWords } from "./matter.ts";
import type { Source } from "./surroundings.ts";

/** What keeps sources from selling, and what to do about each. Those that are switched off are out of play. */
export function sourceMatters(sources: readonly Source[], call: CallMaker): Matter[] {
  return sources.flatMap((source) => {
    const { sourceId, name, sourceStatus, health, heldBack, cardPosture } = source;
    const complaint = health?.lastError;
    if (sourceId === null || sourceStatus === "DISABLED") return [];
    if (sourceStatus === "ACTIVE" && !complaint) {
      if (!heldBack) return [];
      const what = `${cardPosture?.explanation ?? `${name} is held back from buyers`}.`;
      return [{ id: `source.${sourceId}`, urgency: "waits", what, next: call("getStorefrontCompliance") }];
    }
    const state =
      sourceStatus === "ACTIVE" ? "did not answer when it was last asked" : `is ${sourceStatus} and sells nothing`;
    return [
      {
        id: `source.${sourceId}`,
        urgency: sourceStatus === "ACTIVE" ? "waits" : "blocks",
        what: `The source ${name} (${sourceId}) ${state}${complaint ? `: ${theirWords(complaint)}` : "."}`,
        next: remedyOf(source, sourceId, call),
      },
    ];
  });
}

/** Bring the credential that is missing, or ask again. */
function remedyOf({ auth }: Source, sourceId: string, call: CallMaker) {
  const pathParams = { sourceId };
  const lacksKey = auth.required && !auth.configured && auth.type !== "OAUTH";
  return lacksKey
    ? call("updateInventorySource", { pathParams, body: { auth: { type: "api_key", token: "the agent's key" } } })
    : call("checkInventorySource", { pathParams, body: null });
}
