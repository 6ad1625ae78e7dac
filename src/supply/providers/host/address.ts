import type { Installation } from "../../../ground/kernel/context.ts";
import type { ProviderRequest } from "../contract/http.ts";

type Elsewhere = Pick<Installation, "sandbox" | "providerHosts">;

/** A request that would leave the adapter's list of hosts. */
export class OffTheList extends Error {}

/** The header with which a sandbox sends a simulation the caller's current time. */
export const SANDBOX_TIME = "x-interchange-sandbox-time";

/** Whether an address is a simulation's, which is sent the time; a platform is not. */
export function isSimulated(url: URL, { sandbox, providerHosts = {} }: Elsewhere): boolean {
  return sandbox && Object.values(providerHosts).includes(url.origin);
}

type Hosts = Readonly<Record<string, string>>;

/**
 * Where a request goes: a path below a listed host, or a link that the provider signed, whose host the list names by a pattern.
 * In a sandbox a host may stand elsewhere: at a simulation of it.
 */
export function addressOf(
  { host, path }: Pick<ProviderRequest, "host" | "path">,
  hosts: Hosts,
  { sandbox, providerHosts = {} }: Elsewhere,
): URL {
  const listed = hosts[host];
  if (listed === undefined) throw new OffTheList(`no host ${host} is listed`);
  if (!/^https?:/i.test(path)) {
    const elsewhere = sandbox ? providerHosts[hostIn(listed)] : undefined;
    return within(elsewhere === undefined ? listed : `${elsewhere}${new URL(listed).pathname}`, path);
  }
  const url = URL.parse(path);
  if (!url || url.protocol !== "https:" || url.port !== "" || !fits(url.hostname, hostIn(listed)))
    throw new OffTheList(`a link leads to a host that ${host} does not name`);
  return new URL(standsAt(url.href, { sandbox, providerHosts }));
}

/** Where a file is fetched: in a sandbox one platform's files may lie at a simulation of it, too. */
export function standsAt(url: string, { sandbox, providerHosts = {} }: Elsewhere): string {
  const link = URL.parse(url);
  const instead = sandbox && link ? providerHosts[link.hostname] : undefined;
  return link && instead !== undefined ? new URL(`${link.pathname}${link.search}`, instead).href : url;
}

function within(base: string, path: string): URL {
  const origin = new URL(base);
  const url = new URL(`${base.replace(/\/$/, "")}/${path.replace(/^\//, "")}`);
  // A path of an adapter's making could still lead elsewhere: by `//other`, by `@`, by `..`.
  if (url.origin !== origin.origin || !url.pathname.startsWith(origin.pathname.replace(/\/$/, "")))
    throw new OffTheList("a path leads off its host");
  return url;
}

function hostIn(listed: string): string {
  return listed.replace(/^https?:\/\//, "").split("/", 1)[0] ?? "";
}

function fits(hostname: string, listed: string): boolean {
  return listed.startsWith("*.") ? hostname.endsWith(listed.slice(1)) : hostname === listed;
}
