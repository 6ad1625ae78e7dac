import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** The rules whose answer depends on what colours a page has: the others have it from its elements and its layout. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** What is wrong about a page for somebody; with `colours`, where only its theme is another than when it was last looked at. */
export async function faultsOf(page: Page, looking: "everything" | "colours" = "everything"): Promise<string[]> {
  // No page of ours has frames: so nothing has to be put together in another page. What is right need not be described.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (looking === "colours" ? axe.withRules(OF_COLOURS) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
