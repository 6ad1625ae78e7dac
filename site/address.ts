import { posix } from "node:path";

/** The place of a page of `docs` on the site, below its root: `first-buy.md` at `first-buy/`. */
export function addressOf(file: string): string {
  const stem = file.replace(/^\/|\.md$/g, "");
  if (stem === "index" || stem === "README") return "";
  return `${stem.replace(/\/README$/, "")}/`;
}

/** A relative link between two pages below the root: no page knows where the site is. */
export function relativeTo(from: string, to: string): string {
  const [path = "", ...rest] = to.split("#");
  const climbed = posix.relative(`/${from}`, `/${path}`) || ".";
  const folder = path === "" || path.endsWith("/") ? `${climbed}/` : climbed;
  return rest.length > 0 ? `${folder}#${rest.join("#")}` : folder;
}

/**
 * The target of a document's link within the site; undefined for a file of the repository that is not a page. Links to
 * other sites, or within the page, are unchanged.
 */
export function linkFrom(file: string, href: string, isPage: (file: string) => boolean): string | undefined {
  if (/^([a-z]+:|#)/.test(href)) return href;
  const [path = "", fragment] = href.split("#");
  const target = posix.normalize(posix.join(posix.dirname(file), path));
  const markdown = target.endsWith("/") ? `${target}README.md` : target;
  const wanted =
    markdown.endsWith(".md") && isPage(markdown) ? addressOf(markdown) : isPage(target) ? target : undefined;
  if (wanted === undefined) return undefined;
  return relativeTo(addressOf(file), fragment === undefined ? wanted : `${wanted}#${fragment}`);
}
