import { z } from "zod";

/** A check of an evaluation by rules, of a media buy or of a creative (storefront contract §10.7, §10.10). */
export const CheckView = z.object({
  code: z.string(),
  label: z.string(),
  category: z.enum(["asset", "brand_brief", "format_seller", "performance", "policy_safety", "readiness"]),
  stage: z.literal("approval"),
  status: z.enum(["pass", "warn", "fail"]),
  detail: z.string(),
  severity: z.enum(["hard", "soft"]),
  blocking: z.boolean(),
  evaluator_id: z.string(),
  evaluator_version: z.string(),
});

type View = z.input<typeof CheckView>;
type Check = Pick<View, "code" | "label" | "category" | "status" | "detail">;

interface Evaluator {
  readonly evaluatorId: string;
  readonly evaluatorVersion: string;
}

/** A failed check is a hard one, which blocks. */
export function checkView(check: Check, { evaluatorId, evaluatorVersion }: Evaluator): View {
  const blocking = check.status === "fail";
  const by = { evaluator_id: evaluatorId, evaluator_version: evaluatorVersion, stage: "approval" } as const;
  return { ...check, ...by, severity: blocking ? "hard" : "soft", blocking };
}
