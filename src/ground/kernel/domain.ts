import { domainToASCII } from "node:url";
import { z } from "zod";

/** The last label has a letter: `10.0.0.1` is an address. */
const FORM = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The bare domain in a domain or a URL: `https://www.Acme.com/shop` is `acme.com`. Undefined if there is none. */
export function bareDomain(text: string): string | undefined {
  const host =
    text
      .trim()
      .replace(/^[a-z][a-z0-9+.-]*:\/\//i, "")
      .split(/[/?#:]/, 1)[0] ?? "";
  const domain = domainToASCII(host)
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/^www\./, "");
  return FORM.test(domain) && domain.length <= 253 ? domain : undefined;
}

/** Input that must name a domain, on its own or in a URL; parsed to the bare domain. */
export const domainInput = z
  .string()
  .min(1)
  .max(2048)
  .transform((text, context) => {
    const domain = bareDomain(text);
    if (domain) return domain;
    context.addIssue({ code: "custom", message: `"${text.slice(0, 80)}" is not a domain: send one like acme.com` });
    return z.NEVER;
  });
