import type { Page } from "playwright-core";
import { expect } from "vitest";
import { faultsOf } from "../faults-of.ts";

/** Checks that what the page shows now, including an open dialog and errors, is legible in the light and the dark theme. */
export async function readsInBothThemes(page: Page): Promise<void> {
  for (const theme of ["light", "dark"]) {
    await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
    const found = await faultsOf(page, "colours");
    expect({ theme, at: page.url(), found }).toEqual({ theme, at: page.url(), found: [] });
  }
  await page.evaluate(() => delete document.documentElement.dataset.theme);
}
