import { z } from "zod";
import { currencyInput } from "../../ground/kernel/currency.ts";
import { domainInput } from "../../ground/kernel/domain.ts";
import { amountInput } from "../../ground/kernel/inputs/money-input.ts";
import { compare, numberOf, sum } from "../../ground/kernel/money.ts";
import { integerId } from "../../ground/kernel/query.ts";
import type { ProductRule, RulesVersion } from "./product-rule.ts";

export const RulesPath = z.object({ version: integerId("version") });

const few = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(200).optional();
const name = z.string().trim().min(1).max(255);
const productId = z
  .string()
  .max(500)
  .regex(/^[^:]+:./, "a product's id as buyers know it, such as main:homepage");

const Match = z
  .object({
    sourceIds: few(z.string().min(1).max(255)),
    productIds: few(productId).describe("As buyers see them: main:homepage"),
    channels: few(z.string().min(1).max(80)),
    deliveryTypes: few(z.enum(["guaranteed", "non_guaranteed"])),
    publisherDomains: few(domainInput),
    formatIds: few(z.string().min(1).max(255)),
  })
  .describe("Products that match every field given, each by any of its values");

const SomeMatch = Match.refine((match) => Object.values(match).some((values) => values !== undefined), {
  error: "match: say which products it is about, by at least one field",
});

const ruleId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, "letters, digits, _ and -, 64 at most")
  .optional()
  .describe("Unique in the version; by default its position: rule-1");

const RuleInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("include"), ruleId, match: SomeMatch }),
  z.object({ kind: z.literal("exclude"), ruleId, match: SomeMatch }),
  z
    .object({
      kind: z.literal("rename"),
      ruleId,
      match: SomeMatch,
      name: name.optional(),
      description: z.string().max(2000).optional(),
    })
    .refine((rule) => rule.name !== undefined || rule.description !== undefined, {
      error: "name: rename it, or describe it",
    }),
  z.object({
    kind: z.literal("price_floor"),
    ruleId,
    match: Match.prefault({}),
    amount: amountInput,
    currency: currencyInput,
    pricingModel: z.enum(["cpm", "vcpm", "cpc", "cpcv", "cpv", "cpp", "cpa", "flat_rate", "time"]).default("cpm"),
  }),
  z.object({
    kind: z.literal("bundle"),
    ruleId,
    name,
    description: z.string().max(2000).nullable().default(null),
    parts: z
      .array(z.object({ productId, share: amountInput.describe("Of the budget, in percent") }))
      .min(2)
      .max(20)
      .refine((parts) => compare(sum(parts.map(({ share }) => share)), "100") === 0, {
        error: "parts: the shares must add up to 100",
      })
      .refine((parts) => new Set(parts.map((part) => part.productId)).size === parts.length, {
        error: "parts: each product may appear only once",
      }),
  }),
]);

export const RulesInput = z
  .array(RuleInput)
  .max(200)
  .transform((rules): ProductRule[] =>
    rules.map((rule, index) => ({ ...rule, ruleId: rule.ruleId ?? `rule-${index + 1}` })),
  )
  .refine((rules) => new Set(rules.map((rule) => rule.ruleId)).size === rules.length, {
    error: "two of them have the same ruleId",
  })
  .describe(
    "include: if there is one, only products that match one are sold. exclude: not sold. rename: the first that " +
      "matches sets name and description. price_floor: the minimum price for its model and currency, after every " +
      "discount. bundle: a proposal that shares a budget among products",
  );

export const NewRulesBody = z
  .object({
    rules: RulesInput,
    notes: z.string().max(2000).optional().describe("Why this version was written; never shown to buyers"),
    activate: z.boolean().default(false).describe("Activate it immediately, instead of the active one"),
  })
  .meta({ id: "NewProductRules" });

const texts = z.array(z.string()).optional();
const MatchView = z.object({
  sourceIds: texts,
  productIds: texts,
  channels: texts,
  deliveryTypes: texts,
  publisherDomains: texts,
  formatIds: texts,
});

const RuleView = z
  .object({
    kind: z.enum(["include", "exclude", "rename", "price_floor", "bundle"]),
    ruleId: z.string(),
    match: MatchView.optional(),
    name: z.string().optional(),
    description: z.string().nullable().optional(),
    amount: z.number().optional(),
    currency: z.string().optional(),
    pricingModel: z.string().optional(),
    parts: z.array(z.object({ productId: z.string(), share: z.number() })).optional(),
  })
  .meta({ id: "ProductRule" });

export const RulesView = z
  .object({
    storefrontId: z.string(),
    version: z.int().describe("Starts at 1, and is never reused"),
    rules: z.array(RuleView),
    notes: z.string().nullable(),
    isActive: z.boolean(),
    createdAt: z.iso.datetime(),
    createdBy: z.string().nullable().describe("The user who wrote it; null if a service did"),
  })
  .meta({ id: "ProductRules" });

export function viewOf(row: RulesVersion): z.input<typeof RulesView> {
  const { storefrontId, version, rules, notes, isActive, createdAt, createdBy } = row;
  return {
    storefrontId: String(storefrontId),
    version,
    rules: rules.map(ruleView),
    notes,
    isActive,
    createdAt: createdAt.toISOString(),
    createdBy: createdBy === null ? null : String(createdBy),
  };
}

function ruleView(rule: ProductRule): z.input<typeof RuleView> {
  if (rule.kind === "bundle")
    return { ...rule, parts: rule.parts.map((part) => ({ ...part, share: numberOf(part.share) })) };
  const match = Object.fromEntries(Object.entries(rule.match).map(([field, values]) => [field, values && [...values]]));
  return rule.kind === "price_floor" ? { ...rule, match, amount: numberOf(rule.amount) } : { ...rule, match };
}
