import type { Installation } from "../../../ground/kernel/context.ts";
import type { ProviderRequest } from "../contract/http.ts";

type FileHosts = Pick<Installation, "sandbox" | "providerHosts">;

/** A request that would go to a host outside the adapter's list. */
export class HostNotAllowed extends Error {}

/** The header with which a sandbox tells a simulation the caller's current time. */
export const SANDBOX_TIME = "x-interchange-sandbox-time";

/** Whether a URL is a simulation's, which is told the time; a platform is not. */
export function isSimulated(url: URL, { sandbox, providerHosts = {} }: FileHosts): boolean {
  return sandbox && Object.values(providerHosts).includes(url.origin);
}

type Hosts = Readonly<Record<string, string>>;

/**
 * The URL for a request: either a path on a listed host, or a URL signed by the provider whose host matches a pattern
 * in the list. In a sandbox, a host may be replaced by a simulation of it.
 */
export function addressOf(
  { host, path }: Pick<ProviderRequest, "host" | "path">,
  hosts: Hosts,
  { sandbox, providerHosts = {} }: FileHosts,
): URL {
  const listed = hosts[host];
  if (listed === undefined) throw new HostNotAllowed(`no host ${host} is listed`);
  if (!/^https?:/i.test(path)) {
    const elsewhere = sandbox ? providerHosts[hostIn(listed)] : undefined;
    return within(elsewhere === undefined ? listed : `${elsewhere}${new URL(listed).pathname}`, path);
  }
  const url = URL.parse(path);
  if (!url || url.protocol !== "https:" || url.port !== "" || !fits(url.hostname, hostIn(listed)))
    throw new HostNotAllowed(`a link leads to a host that ${host} does not name`);
  return new URL(fileUrlOf(url.href, { sandbox, providerHosts }));
}

/** The URL from which a file is fetched; in a sandbox, a platform's files may be at a simulation of it too. */
export function fileUrlOf(url: string, { sandbox, providerHosts = {} }: FileHosts): string {
  const link = URL.parse(url);
  const instead = sandbox && link ? providerHosts[link.hostname] : undefined;
  return link && instead !== undefined ? new URL(`${link.pathname}${link.search}`, instead).href : url;
}

function within(base: string, path: string): URL {
  const origin = new URL(base);
  const url = new URL(`${base.replace(/\/$/, "")}/${path.replace(/^\//, "")}`);
  // A path built by an adapter could still lead elsewhere: with `//other`, `@` or `..`.
  if (url.origin !== origin.origin || !url.pathname.startsWith(origin.pathname.replace(/\/$/, "")))
    throw new HostNotAllowed("a path leads off its host");
  return url;
}

function hostIn(listed: string): string {
  return listed.replace(/^https?:\/\//, "").split("/", 1)[0] ?? "";
}

function fits(hostname: string, listed: string): boolean {
  return listed.startsWith("*.") ? hostname.endsWith(listed.slice(1)) : hostname === listed;
}
