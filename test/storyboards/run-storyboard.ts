import { runStoryboard, type Storyboard, type StoryboardRunOptions } from "@adcp/sdk/testing";
import type { OpenShop } from "../agent/open-shop.ts";

/** The result of a storyboard. Each skipped step has its reason. */
export interface Graded {
  readonly passed: number;
  readonly failed: readonly string[];
  readonly skipped: readonly string[];
}

export type Transport = "mcp" | "a2a";

interface StoryboardRequest {
  readonly transport: Transport;
  /** The key for steps that need a key of their own; by default the buyer's. */
  readonly ownKey?: string | undefined;
  readonly options?: Partial<StoryboardRunOptions>;
}

/**
 * Runs one of the SDK's storyboards strictly. The buyer is new each time, because storyboards count what earlier ones leave behind. The
 * SDK's own `overall_status` tolerates failed steps.
 */
export async function grade(
  storyboard: Storyboard,
  { shop, ...asked }: StoryboardRequest & { readonly shop: OpenShop },
): Promise<Graded> {
  const { mcpUrl, a2aUrl, world } = shop;
  const { key } = await world.caller("BUYER", { sandbox: true });
  return gradeAt(asked.transport === "mcp" ? mcpUrl : a2aUrl, storyboard, { ...asked, key });
}

/** The same at a given URL, for the holder of the key. */
export async function gradeAt(
  url: string,
  storyboard: Storyboard,
  { transport, key, ownKey, options }: StoryboardRequest & { readonly key: string },
): Promise<Graded> {
  const result = await runStoryboard(url, storyboard, {
    protocol: transport,
    auth: { type: "bearer", token: key },
    allow_http: true,
    test_kit: { auth: { api_key: ownKey ?? key, probe_task: "get_media_buy_delivery" } },
    ...options,
  });
  const steps = result.phases.flatMap(({ steps }) => steps);
  const complaints = (step: (typeof steps)[number]) =>
    step.validations.filter(({ passed }) => !passed).map(({ description, error }) => `${description}: ${error ?? ""}`);
  return {
    passed: steps.filter(({ passed, skipped }) => passed && !skipped).length,
    failed: steps
      .filter(({ passed, skipped }) => !passed && !skipped)
      .map((step) => `${step.step_id}: ${[step.error ?? [], complaints(step)].flat().join("; ")}`),
    skipped: steps.flatMap(({ step_id, skipped, skip_reason }) => (skipped ? [`${step_id}: ${skip_reason}`] : [])),
  };
}
