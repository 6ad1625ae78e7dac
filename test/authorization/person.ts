import { newestMailTo } from "../mailbox.ts";
import type { World } from "../world.ts";

/** What a browser shows: its address and the page. */
export interface DisplayedPage {
  readonly url: URL;
  readonly status: number;
  readonly body: string;
}

/** A person with a browser, which keeps cookies, follows redirects as long as they stay on the site, and submits forms. */
export class Person {
  readonly #cookies = new Map<string, string>();
  readonly #world: World;
  readonly #origin: string;
  readonly email: string;

  constructor(world: World, origin: string, email: string) {
    this.#world = world;
    this.#origin = origin;
    this.email = email;
  }

  open(url: string | URL): Promise<DisplayedPage> {
    return this.#go(new URL(url, this.#origin), { method: "GET" });
  }

  /** Submits the page's form, including its hidden fields, with the given entries. */
  send(page: DisplayedPage, entries: readonly (readonly [string, string])[] = []): Promise<DisplayedPage> {
    const [, action = ""] = /<form[^>]*action="([^"]*)"/.exec(page.body) ?? [];
    const hidden = [...page.body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    const fields = [...hidden.map(([, name = "", value = ""]) => [name, unescaped(value)] as const), ...entries];
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
    return this.#go(new URL(unescaped(action), page.url), { method: "POST", body });
  }

  /** Continues from where an application sent the browser to the page that asks for a decision, signing in by mail on the way. */
  async signIn(page: DisplayedPage): Promise<DisplayedPage> {
    await this.send(page, [["email", this.email]]);
    const mail = await newestMailTo(this.#world, this.email);
    const { pathname, search } = new URL(mail?.link ?? "");
    return this.send(await this.open(pathname + search));
  }

  /** Another person takes over the same browser and signs in. */
  async becomes({ email }: Pick<Person, "email">): Promise<void> {
    const page = await this.open("/sign-in");
    await this.send(page, [["email", email]]);
    const mail = await newestMailTo(this.#world, email);
    const { pathname, search } = new URL(mail?.link ?? "");
    await this.send(await this.open(pathname + search));
  }

  /** Allows everything that is ticked, or the given scopes. */
  allow(page: DisplayedPage, scopes: readonly string[] = ticked(page)): Promise<DisplayedPage> {
    return this.send(page, [...scopes.map((scope) => ["scope", scope] as const), ["decision", "allow"]]);
  }

  async #go(url: URL, init: RequestInit): Promise<DisplayedPage> {
    if (url.origin !== this.#origin) return { url, status: 0, body: "" };
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { ...init, redirect: "manual", headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ""] = set.split(";", 1);
      const at = pair.indexOf("=");
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = response.headers.get("location");
    if (location !== null) return this.#go(new URL(location, url), { method: "GET" });
    return { url, status: response.status, body: await response.text() };
  }
}

function ticked({ body }: DisplayedPage): string[] {
  return [...body.matchAll(/name="scope" value="([^"]*)" checked/g)].map(([, scope = ""]) => scope);
}

function unescaped(text: string): string {
  return text.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"');
}
