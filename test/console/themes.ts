import type { Page } from "playwright-core";
import { expect } from "vitest";
import { faultsOf } from "../faults-of.ts";

/** What stands on the page now, its open dialog and its errors included, can be read by day and by night. */
export async function readsInBothThemes(page: Page): Promise<void> {
  for (const theme of ["light", "dark"]) {
    await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
    const found = await faultsOf(page, "colours");
    expect({ theme, at: page.url(), found }).toEqual({ theme, at: page.url(), found: [] });
  }
  await page.evaluate(() => delete document.documentElement.dataset.theme);
}
