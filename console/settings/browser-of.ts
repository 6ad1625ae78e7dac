import { settings as words } from "../messages/settings.ts";

/** Each calls itself by the names of those after it as well, so the first that fits is the one. */
const BROWSERS = [
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;

const SYSTEMS = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Mac OS X", "macOS"],
  ["Windows", "Windows"],
  ["CrOS", "ChromeOS"],
  ["Linux", "Linux"],
] as const;

/** A browser as people call it; whatever is none that is known is shown as it called itself. */
export function browserOf(userAgent: string | null): string | null {
  const [browser, system] = [BROWSERS, SYSTEMS].map((all) => all.find(([sign]) => userAgent?.includes(sign))?.[1]);
  return browser && system ? words.browserOn(browser, system) : userAgent;
}
