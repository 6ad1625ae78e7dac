import { expect, test } from "vitest";
import { callEffectsOf } from "./call-effects.ts";

test("an answer's summary contains what its reader must not overlook", () => {
  expect(
    callEffectsOf({
      removedByFilters: [{ filter: "channels", products: 12, agentNames: [], instead: [] }],
      incompleteAgents: [{ agentName: "Fernwood Audio", message: "it waits for a credential" }],
      sources: [
        { name: "Main", requiresCredentials: true, connected: false },
        { name: "Open", requiresCredentials: false, connected: true },
      ],
      errors: [{ message: "too little budget" }],
      warnings: [{ type: "creatives_dropped" }],
      notices: [{ type: "being_sent", hint: "look again in a moment" }],
      mediaBuyResults: [
        { name: "Fernwood", outcome: "waiting", reason: "it asks for an insertion order", nextStep: "sign it" },
        { name: "Post", outcome: "running", reason: null, nextStep: null },
      ],
      campaign: {
        mediaBuys: [
          { name: "Lumen", status: "PENDING_APPROVAL", why: { reason: "its sales team decides", nextStep: "wait" } },
          { name: "Meridian", status: "ACTIVE", why: null },
        ],
      },
    }),
  ).toEqual([
    "Removed by filters: 12 products by channels.",
    "Missing from this answer: Fernwood Audio (it waits for a credential).",
    "You have no credential at Main: registerSourceCredentials.",
    "Failed: too little budget.",
    "Mind: look again in a moment.",
    "Waiting: Lumen (its sales team decides; wait); Fernwood (it asks for an insertion order; sign it).",
  ]);
});

test("of many items five are named and the rest are counted", () => {
  const errors = Array.from({ length: 7 }, (_, index) => ({ message: `error ${index}` }));
  expect(callEffectsOf({ errors })).toEqual(["Failed: error 0; error 1; error 2; error 3; error 4, and 2 more."]);
});

test("an answer without such data, or of another shape, adds nothing", () => {
  for (const data of [null, [], "text", {}, { errors: [], mediaBuys: "none", sources: [1] }, { warnings: 7 }])
    expect(callEffectsOf(data)).toEqual([]);
});
