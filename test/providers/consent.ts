import type { SimulatedProvider } from "../../src/main/sandbox/providers/index.ts";

export interface Decision {
  readonly decision?: "allow" | "deny";
  /** Scopes that the user deselects, if the page lets them choose. */
  readonly untick?: readonly string[];
  /** Accounts that the user leaves out, if the page lets them choose. */
  readonly leaveOut?: readonly string[];
}

const INPUT = /<input type="(hidden|checkbox)" name="([^"]*)" value="([^"]*)"/g;

/** Opens the consent page and presses a button, like a browser; returns the address to which the browser is redirected. */
export async function consentAt(
  { addresses }: Pick<SimulatedProvider, "addresses">,
  authorizationUrl: string,
  { decision = "allow", untick = [], leaveOut = [] }: Decision = {},
): Promise<URL> {
  const asked = new URL(authorizationUrl);
  const address = loopbackOf(addresses, asked);
  const page = await fetch(address);
  const html = await page.text();
  if (!page.ok) throw new Error(`the consent page says ${page.status}: ${html}`);
  const form = new URLSearchParams();
  for (const [, , name = "", value = ""] of html.matchAll(INPUT)) {
    const text = unescaped(value);
    const left = (name === "granted" && untick.includes(text)) || (name === "account" && leaveOut.includes(text));
    if (!left) form.append(unescaped(name), text);
  }
  form.set("decision", decision);
  const pressed = new URL(address);
  pressed.search = "";
  const answer = await fetch(pressed, { method: "POST", body: form, redirect: "manual" });
  const location = answer.headers.get("location");
  if (location === null) throw new Error(`the provider stays where it is: ${answer.status} ${await answer.text()}`);
  return new URL(location);
}

/** The loopback address for a URL at a provider's real host. */
export function loopbackOf(addresses: Readonly<Record<string, string>>, url: URL): URL {
  const origin = addresses[url.host];
  if (origin === undefined) throw new Error(`no simulated provider stands for ${url.host}`);
  return new URL(`${url.pathname}${url.search}`, origin);
}

function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
