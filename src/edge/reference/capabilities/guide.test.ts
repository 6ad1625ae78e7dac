import { describe, expect, test } from "vitest";
import { z } from "zod";
import { safeParse } from "zod/v4/core";
import { operation } from "../../../ground/kernel/operation.ts";
import { operations } from "../../../main/areas.ts";
import { SIDES } from "../openapi.ts";
import { answerQuestion, nextAfter } from "./answer-question.ts";
import { type Capability, inputsOf } from "./capability.ts";
import { exampleOf } from "./example.ts";
import { shapeOf } from "./field.ts";
import { openGuide } from "./guide.ts";
import { BUYER_JOURNEY } from "./handbooks/buyer-journey.ts";
import { SELLER_JOURNEY } from "./handbooks/seller-journey.ts";

const guide = openGuide(
  "buyer",
  operations.filter(({ access }) => access !== "public"),
);
const idsOf = (capabilities: readonly Capability[]) => capabilities.map(({ op }) => op.id);
const firstFor = (question: string) => answerQuestion(guide, question).capabilities[0]?.op.id;

describe("a question in plain words", () => {
  test.each([
    ["How do I accept the terms of service?", "acceptTos"],
    ["every write says TOS_ACCEPTANCE_REQUIRED, what do I do", "acceptTos"],
    ["Set up a new advertiser for my brand", "createAdvertiser"],
    ["rename an advertiser", "updateAdvertiser"],
    ["Which advertisers do we have?", "listAdvertisers"],
    ["Which publishers can I buy from?", "listStorefronts"],
    ["Show me one seller and its sources", "getStorefront"],
    ["Which sellers are on their way?", "discoverStorefronts"],
    ["connect my API key to a seller's source", "registerSourceCredentials"],
    ["list the credentials I have registered", "listStorefrontCredentials"],
    ["remove a credential", "deleteStorefrontCredential"],
    ["find inventory for a brief about hiking", "discoverProducts"],
    ["search for CTV products under a CPM", "discoverProducts"],
    ["look at the discovered products again without asking the sellers", "browseProducts"],
    ["details of one discovered product", "getProductDetails"],
    ["pick products with a budget and a bid price", "addProducts"],
    ["take a product out of my selection", "removeProducts"],
    ["use a seller's proposal", "applyProposal"],
    ["create a campaign with flight dates and a budget", "createCampaign"],
    ["change the budget of a campaign", "updateCampaign"],
    ["launch the campaign", "executeCampaign"],
    ["stop a campaign", "pauseCampaign"],
    ["resume a paused campaign", "reactivateCampaign"],
    ["pause just one media buy", "pauseMediaBuy"],
    ["why is my media buy not running?", "getMediaBuy"],
    ["the packages of a media buy", "getMediaBuyPackages"],
    ["archive a campaign", "deleteCampaign"],
    ["how much did we spend per day?", "getReportingMetrics"],
    ["download impressions and clicks as CSV", "getReportingMetrics"],
    ["who am I?", "getCurrentAccount"],
    ["move the sandbox clock forward by a week", "advanceSandboxClock"],
    ["list_campaigns", "listCampaigns"],
    ["GET /api/v2/buyer/campaigns/{campaignId}/media-buy-status", "getMediaBuyAdcpStatus"],
  ])("%s leads to %s", (question, expected) => {
    expect([question, firstFor(question)]).toEqual([question, expected]);
  });

  test.each([
    "How do I buy?",
    "how do I start",
    "Where do I begin?",
    "Getting started",
    "What can I do with this?",
    "Give me an overview of the whole workflow",
    "how does buying media work here?",
  ])("%s is answered with the whole journey", (question) => {
    const { text, capabilities } = answerQuestion(guide, question);
    expect(idsOf(capabilities)).toEqual(idsOf(guide.journey));
    expect(text.indexOf("createAdvertiser")).toBeLessThan(text.indexOf("executeCampaign"));
  });

  test("an answer has the path, the input, an example, the errors and the next step", () => {
    const { text } = answerQuestion(guide, "create a campaign");
    for (const part of [
      "`POST /api/v2/buyer/campaigns`",
      "`flightDates` (object; required)",
      '`pacing` ("EVEN" | "ASAP" | "FRONTLOADED")',
      '"method": "POST"',
      "400 CURRENCY_MISMATCH",
      "executeCampaign",
    ])
      expect(text).toContain(part);
  });

  test("an operation's own name finds that operation first, however similar another one is", () => {
    for (const { id } of guide.operations) expect(idsOf(answerQuestion(guide, id).capabilities)).toEqual([id]);
  });

  test("nonsense is answered with possible questions", () => {
    for (const question of ["zzyzx qwertz", "\u0000", "💥", "constructor", "__proto__"])
      expect(answerQuestion(guide, question).text).toContain("createCampaign");
    expect(answerQuestion(guide, "zzyzx qwertz").capabilities).toEqual([]);
  });
});

describe("the description of an operation", () => {
  test.each(SIDES)("%s: every example is one that the operation accepts", (side) => {
    const all = openGuide(side, operations);
    const refused = all.operations.flatMap((op) => {
      const { example } = all.capability(op.id) ?? {};
      const parts = [
        [op.query, example?.query ?? {}],
        [op.body, example?.body ?? (op.bodyOptional ? {} : undefined)],
      ] as const;
      return parts.flatMap(([schema, given]) => {
        const error = schema && safeParse(schema, given).error;
        return error ? [`${op.id}: ${error.message}`] : [];
      });
    });
    expect(refused).toEqual([]);
  });

  test("every mandatory step of the journey exists, and leads to the next", () => {
    const steps = BUYER_JOURNEY.filter(({ optional }) => !optional).map((step) => step.operation);
    expect(guide.journey.filter(({ step }) => !step?.optional).map(({ op }) => op.id)).toEqual(steps);
    const [first] = guide.journey;
    expect(first && nextAfter(guide, first)?.op.id).toBe("createAdvertiser");
  });

  test.each(["buyer", "storefront"] as const)(
    "%s: every example of the journey is of its story, and complete",
    (side) => {
      const bare = openGuide(side, operations).journey.filter(({ op, step, example: { path, body } }) => {
        const names = op.params ? op.path.match(/\{/g)?.length : 0;
        return (
          (op.body && !op.bodyOptional && Object.keys(body ?? {}).length === 0) || (names && !step?.pathParams && path)
        );
      });
      expect(idsOf(bare)).toEqual([]);
      const inventing = openGuide(side, operations).journey.filter(
        ({ op, step }) => op.body && !op.bodyOptional && !step?.body,
      );
      expect(idsOf(inventing)).toEqual([]);
    },
  );

  test("a seller's journey leads from the terms to the buyers who joined", () => {
    const journey = openGuide("storefront", operations).journey.map(({ op }) => op.id);
    const known = new Set(operations.map(({ id }) => id));
    expect(journey).toEqual(SELLER_JOURNEY.map((step) => step.operation).filter((id) => known.has(id)));
    expect(journey).toEqual(
      expect.arrayContaining(["acceptTos", "createStorefront", "createInventorySource", "createJoinLink"]),
    );
  });

  test("every field that an operation accepts is described, at any depth", () => {
    const campaign = guide.capability("createCampaign");
    const names = campaign ? inputsOf(campaign).map(({ name }) => name) : [];
    expect(names).toEqual(
      expect.arrayContaining(["name", "total", "geo_metros", "paramKey", "eventSourceId", "postClick"]),
    );
  });
});

describe("a schema", () => {
  const Dog = z.object({ kind: z.literal("dog"), barks: z.boolean() });
  const Cat = z.object({ kind: z.literal("cat"), lives: z.int().min(1).max(9).default(9) });
  const Pet = z.discriminatedUnion("kind", [Dog, Cat]).meta({ id: "Pet" });
  interface Tree {
    readonly name: string;
    readonly below?: readonly Tree[] | undefined;
  }
  const Tree: z.ZodType<Tree> = z.object({
    name: z.string(),
    get below() {
      return z.array(Tree).readonly().optional();
    },
  });

  test("is described with its kinds, limits and shapes", () => {
    const { fields } = shapeOf(
      z.object({ note: z.string().max(5).optional().describe("Short"), pets: z.array(Pet).min(1) }),
    );
    expect(fields).toMatchObject([
      {
        name: "pets",
        required: true,
        type: "list of objects",
        limits: ["at least 1"],
        shapes: [
          [{ name: "kind" }, { name: "barks" }],
          [{ name: "kind" }, { name: "lives", limits: ["≥ 1", "≤ 9", "default 9"] }],
        ],
      },
      { name: "note", required: false, type: "text", limits: ["at most 5 characters"], description: "Short" },
    ]);
  });

  test("that contains itself comes to an end", () => {
    expect(JSON.stringify(shapeOf(z.object({ tree: Tree })))).toContain("below");
    expect(exampleOf(z.object({ tree: Tree }))).toEqual({ tree: { name: "Spring launch" } });
  });

  test("whose rules JSON Schema cannot express has an example that obeys them nevertheless", () => {
    const either = z.object({ a: z.string().optional(), b: z.string().optional() });
    const named = either.refine(({ a }) => a !== undefined, { path: ["a"], message: "a" });
    const unnamed = either.refine(({ b }) => b !== undefined, { message: "b" });
    expect(exampleOf(named)).toEqual({ a: "example" });
    expect(exampleOf(unnamed)).toEqual({ b: "example" });
    const impossible = either.refine(() => false, { path: ["nowhere"], message: "never" });
    expect(exampleOf(impossible)).toEqual({});
  });

  test("an operation of the other side that also allows buyers is described to them, with its path", () => {
    const guest = operation({
      id: "guest",
      api: "storefront",
      sides: ["BUYER"],
      method: "post",
      path: "/guests",
      summary: "Visit",
      tag: "Guests",
      access: "write",
      answer: z.object({}),
      handle: async () => ({}),
    });
    expect(openGuide("buyer", [guest]).capability("guest")?.path).toBe("/api/v2/storefront/guests");
    expect(openGuide("operator", [guest]).operations).toEqual([]);
  });
});
