import { z } from "zod";

const LONGEST = 2048;

/** A URL that is safe to load from a page, spelt as browsers spell it; undefined if it is not safe. */
function safeWebUrl(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return undefined;
  // Browsers do not escape these characters in a URL, and they could end an attribute on a careless page.
  const spelt = url.href.replaceAll(/['"<>`]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return spelt.length <= LONGEST ? spelt : undefined;
}

/** The same for values stored before validation existed, and for values that others publish: invalid ones are not passed on. */
export function safeOrNull(text: string | null): string | null {
  return (text && safeWebUrl(text)) || null;
}

export const webUrl = z.string().transform((text, context) => {
  const url = safeWebUrl(text);
  if (url) return url;
  context.addIssue({ code: "custom", message: "an http or https URL without a user or a password" });
  return z.NEVER;
});
