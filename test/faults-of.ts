import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** The rules that depend on the colours of a page; all others only depend on its elements and its layout. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** The accessibility faults of a page. `colours` is for a page of which only the theme has changed since the last check. */
export async function faultsOf(page: Page, looking: "everything" | "colours" = "everything"): Promise<string[]> {
  // Our pages have no frames, so no results have to be combined in another page; and passed checks need no description.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (looking === "colours" ? axe.withRules(OF_COLOURS) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
