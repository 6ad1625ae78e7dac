import { settings as words } from "../messages/settings.ts";

/** Each also contains the names of those after it, so the first match is the right one. */
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

/** A browser's usual name; an unknown one is shown as it names itself. */
export function browserOf(userAgent: string | null): string | null {
  const [browser, system] = [BROWSERS, SYSTEMS].map((all) => all.find(([sign]) => userAgent?.includes(sign))?.[1]);
  return browser && system ? words.browserOn(browser, system) : userAgent;
}
