import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** As many as a person who knows the page would press; anything that needs more is out of reach. */
const MOST_TABS = 60;

/** Moves to an element on the page with the keyboard, and checks that the focus is visible. */
async function tabTo(page: Page, target: Locator, most = MOST_TABS): Promise<void> {
  await target.waitFor();
  for (let tabs = 0; tabs <= most; tabs += 1) {
    const stand = await target.evaluate(standOf);
    if (stand !== "elsewhere") return expect(stand).toBe("focused, outlined, and not covered");
    await page.keyboard.press("Tab");
  }
  throw new Error(`${String(target)} was not reached by ${most} tabs`);
}

/** WCAG 2.4.7 and 2.4.11: the focus must be visible. This runs in the page. */
function standOf(target: Element): string {
  if (document.activeElement !== target) return "elsewhere";
  const { outlineStyle, outlineWidth } = getComputedStyle(target);
  if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) return "focused, without an outline";
  const { x, y, width, height } = target.getBoundingClientRect();
  const top = document.elementFromPoint(x + Math.min(width / 2, 20), y + Math.min(height / 2, 12));
  const isShown = top !== null && (target.contains(top) || top.contains(target));
  return isShown ? "focused, outlined, and not covered" : "focused, under something else";
}

/** Moves to a button or a link, and presses it. */
export async function press(
  page: Page,
  role: "button" | "link",
  name: string | RegExp,
  within: Page | Locator = page,
): Promise<void> {
  await tabTo(page, within.getByRole(role, { name, exact: typeof name === "string" }).first());
  await page.keyboard.press("Enter");
}

/** Moves to a field, and replaces its content. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}

/** Moves to a list of choices, and selects the one that begins with this text. */
export async function choose(page: Page, list: Locator, beginning: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.type(beginning);
}

/** Moves to the field for a file, opens its dialog, and selects a file. */
export async function giveFile(page: Page, field: Locator, name: string, content: string): Promise<void> {
  // Registered beforehand, because the browser must already have been told to intercept the dialog.
  const asked = page.waitForEvent("filechooser");
  await tabTo(page, field);
  await page.keyboard.press("Space");
  await (await asked).setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
}
