import { type AttentionItem, type CallMaker, quotedText } from "./attention-item.ts";
import type { Source } from "./seen.ts";

/** The problems that keep sources from selling, and what to do about each. Disabled sources are ignored. */
export function sourceItems(sources: readonly Source[], call: CallMaker): AttentionItem[] {
  return sources.flatMap((source) => {
    const { sourceId, name, sourceStatus, health } = source;
    const complaint = health?.lastError;
    if (sourceId === null || sourceStatus === "DISABLED") return [];
    if (source.modular) return modularItems(source, sourceId, call);
    if (sourceStatus === "ACTIVE" && !complaint) return complianceItems(source, sourceId, call);
    const state =
      sourceStatus === "ACTIVE" ? "did not answer when it was last asked" : `is ${sourceStatus} and sells nothing`;
    return [
      {
        id: `source.${sourceId}`,
        urgency: sourceStatus === "ACTIVE" ? "waits" : "blocks",
        what: `The source ${name} (${sourceId}) ${state}${complaint ? `: ${quotedText(complaint)}` : "."}`,
        next: remedyOf(source, sourceId, call),
      },
    ];
  });
}

/** What a modular source needs from its seller: missing setup, avails, or work. */
function modularItems({ cardPosture, modular }: Source, sourceId: string, call: CallMaker): AttentionItem[] {
  if (!cardPosture || cardPosture.state === "connected") return [];
  const pathParams = { sourceId };
  const isWork = (modular?.openWorkItemCount ?? 0) > 0;
  const next = isWork
    ? call("listModularInventorySourceWorkItems", { pathParams })
    : call("getModularInventorySourceReadiness", { pathParams });
  return [{ id: `source.${sourceId}`, urgency: "waits", what: `${quotedText(cardPosture.explanation)}.`, next }];
}

/** For sources whose agent answers but does not conform to AdCP. An agent that could not be tested has not failed. */
function complianceItems({ name, heldBack, cardPosture, compliance }: Source, sourceId: string, call: CallMaker) {
  const { partial = 0, failing = 0 } = compliance?.trackCounts ?? {};
  if (!heldBack && partial + failing === 0) return [];
  const what = heldBack
    ? `${cardPosture?.explanation ?? `${name} is held back from buyers`}.`
    : `The agent of ${name} fails steps of AdCP's storyboards in ${partial + failing} tracks; buyers are shown it nevertheless.`;
  return [{ id: `source.${sourceId}`, urgency: "waits" as const, what, next: call("getStorefrontCompliance") }];
}

/** Either provide the missing credential, or have the source checked again. */
function remedyOf({ auth }: Source, sourceId: string, call: CallMaker) {
  const pathParams = { sourceId };
  const lacksKey = auth.required && !auth.configured && auth.type !== "OAUTH";
  return lacksKey
    ? call("updateInventorySource", { pathParams, body: { auth: { type: "api_key", token: "the agent's key" } } })
    : call("checkInventorySource", { pathParams, body: null });
}
