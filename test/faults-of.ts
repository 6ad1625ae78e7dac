import { createRequire } from "node:module";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** The rules that depend on the colours of a page; all others only depend on its elements and its layout. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** The release of axe that its builder uses. */
const AXE: { readonly source: string } = createRequire(import.meta.resolve("@axe-core/playwright"))("axe-core");

/** What is evaluated instead of axe's half a megabyte on a page that has it. */
const IS_THERE = "window.axe.version";

/** The accessibility faults of a page. `colours` is for a page of which only the theme has changed since the last check. */
export async function faultsOf(page: Page, looking: "everything" | "colours" = "everything"): Promise<string[]> {
  // Our pages have no frames, so no results have to be combined in another page; and passed checks need no description.
  const axe = (await builderFor(page)).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (looking === "colours" ? axe.withRules(OF_COLOURS) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** A builder evaluates axe twice for each check, which takes longer than the check itself; this one does so once for a page. */
async function builderFor(page: Page): Promise<AxeBuilder> {
  if (page.frames().length > 1) return new AxeBuilder({ page });
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE.source);
  return new AxeBuilder({ page, axeSource: IS_THERE });
}
