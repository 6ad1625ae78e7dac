import { newestMailTo } from "../mailbox.ts";
import type { Reply, World } from "../world.ts";

/** What a browser shows. */
export interface DisplayedPage {
  readonly status: number;
  readonly path: string;
  readonly body: string;
  /** The target of a redirect, which is not followed automatically. */
  readonly location: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A person with a browser of their own, which stores cookies, submits forms, and calls the API as the console does. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  open(path: string, headers: Readonly<Record<string, string>> = {}): Promise<DisplayedPage> {
    return this.#go("GET", path, undefined, headers);
  }

  /** Submits the form on a page, including its hidden fields, with the given entries. */
  send(
    page: DisplayedPage,
    entries: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    const [, action = ""] = /<form[^>]*action="([^"]*)"/.exec(page.body) ?? [];
    const hidden = [...page.body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    const fields = {
      ...Object.fromEntries(hidden.map(([, name, value = ""]) => [name, unescaped(value)])),
      ...entries,
    };
    const form = new URLSearchParams(fields).toString();
    const type = { "content-type": "application/x-www-form-urlencoded" };
    return this.#go("POST", unescaped(action), form, { ...type, ...headers });
  }

  /** From the form that asks for an address to the page behind it, by way of the page of the mailed link. */
  async signIn(email: string, next?: string): Promise<DisplayedPage> {
    const query = next === undefined ? "" : `?${new URLSearchParams({ next })}`;
    await this.send(await this.open(`/sign-in${query}`), { email });
    return this.send(await this.openMailed(email));
  }

  async openMailed(email: string): Promise<DisplayedPage> {
    const mail = await newestMailTo(this.#world, email);
    const { pathname, search } = new URL(mail?.link ?? "");
    return this.open(pathname + search);
  }

  /** Makes a request like a script of the console; `headers` change it. */
  ask(
    method: "GET" | "POST" | "DELETE",
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body?: unknown,
  ): Promise<Reply> {
    const ours = { "x-interchange-console": "1", "sec-fetch-site": "same-origin" };
    return this.askRaw(method, path, { ...ours, ...headers }, body);
  }

  /** With cookies only, as any page can make a browser do. */
  async askRaw(
    method: "GET" | "POST" | "DELETE",
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body?: unknown,
  ) {
    const reply = await this.#world.anonymous(method, path, body, { ...headers, cookie: this.#header() });
    this.#storeCookies(reply.headers["set-cookie"]);
    return reply;
  }

  async #go(
    method: "GET" | "POST",
    path: string,
    payload: string | undefined,
    headers: Readonly<Record<string, string>>,
  ) {
    const answer = await this.#world.app.inject({
      method,
      url: path,
      headers: { ...headers, cookie: this.#header() },
      ...(payload !== undefined && { payload }),
    });
    this.#storeCookies(answer.headers["set-cookie"]);
    const { location } = answer.headers;
    return {
      status: answer.statusCode,
      path,
      body: answer.body,
      location: typeof location === "string" ? location : undefined,
      headers: answer.headers,
    };
  }

  #header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  #storeCookies(set: unknown): void {
    for (const cookie of [set].flat().filter((one) => typeof one === "string")) {
      const [pair = ""] = cookie.split(";", 1);
      const at = pair.indexOf("=");
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

function unescaped(text: string): string {
  return text.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"');
}
