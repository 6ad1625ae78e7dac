import { z } from "zod";
import { contentInput, shown, versionView, written } from "../versions/schema.ts";
import type { NewVersion, Version } from "../versions/version.ts";
import { doctrineOf, VARIANTS } from "./doctrine.ts";
import { ownershipIssuesIn } from "./ownership.ts";

const share = z.number().min(0).max(1);

const Thresholds = z
  .object({
    minimumCategoryFit: share.describe(
      "The share of a brief's requests that must be available before you pitch in full",
    ),
    counterAppetite: share.describe("How far below that you still make a counter-offer: 0 never, 1 always"),
    floorPosture: z
      .enum(["hold_floor", "flex_floor"])
      .describe("Decline if nothing fits the stated budget, or invite another brief"),
  })
  .meta({ id: "SellingDoctrineThresholds" });

/** Strict, so that a body with both is refused: following one would ignore the other. */
const DoctrineInput = z
  .union(
    [
      z.strictObject({ variant: z.enum(["premium_scarcity_house", "volume_partner", "consultative"]) }),
      z.strictObject({ thresholds: Thresholds }),
    ],
    {
      error:
        "doctrine: send a variant (premium_scarcity_house, volume_partner or consultative) or thresholds, not both",
    },
  )
  .describe("When you pitch, counter or pass; if omitted, every brief that a product fits is answered");

export const NewInstructionsBody = z
  .object({
    content: contentInput.describe(
      "Markdown: how products are packaged, named and explained. Prices, discounts, countries and acceptance rules are " +
        "decided elsewhere; ownershipIssues in the answer says where",
    ),
    ...written,
    doctrine: DoctrineInput.optional(),
  })
  .meta({ id: "NewOperatingInstructions" });

export const InstructionsView = z
  .object({
    ...shown,
    ownershipIssues: z
      .array(
        z.object({
          area: z.enum(["pricing", "discounts", "markets", "acceptance_policy"]),
          canonicalOwner: z.enum(["selling_terms", "buyer_discounts", "business_profile", "acceptance_policy"]),
          canonicalSurface: z.enum(["playbook_pricing", "buyer_discounts", "discovery_card", "business_rules"]),
          message: z.string(),
        }),
      )
      .describe("Parts of the text that concern what is decided elsewhere in the storefront"),
    doctrine: z
      .object({
        variant: z.enum(["house_default", "premium_scarcity_house", "volume_partner", "consultative", "custom"]),
        thresholds: Thresholds,
        isDefault: z.boolean().describe("The version has no separate doctrine"),
      })
      .meta({ id: "SellingDoctrine" }),
  })
  .meta({ id: "OperatingInstructions" });

export const InstructionsListView = z.object({ items: z.array(InstructionsView), total: z.int() });

export function newInstructionsOf({ content, notes, doctrine }: z.output<typeof NewInstructionsBody>): NewVersion {
  const thresholds = doctrine && ("variant" in doctrine ? VARIANTS[doctrine.variant] : doctrine.thresholds);
  return { content, notes: notes ?? null, thresholds: thresholds ?? null };
}

export function instructionsView(version: Version): z.input<typeof InstructionsView> {
  const ownershipIssues = ownershipIssuesIn(version.content);
  return { ...versionView(version), ownershipIssues, doctrine: doctrineOf(version.thresholds) };
}
