import MiniSearch from "minisearch";
import { type Found, OPTIONS } from "./search-options.ts";

/** What stands inside a line, and separates no words. */
const INLINE = /<\/?(?:a|code|em|strong)\b[^<>]*>/g;
const TAGS = /<(pre|script|style)[\s\S]*?<\/\1>|<[^<>]*>/g;
/** Beyond this length a page adds little for the search. */
const LONGEST = 1_500;

export interface Indexed {
  readonly address: string;
  readonly title: string;
  readonly markup: string;
  readonly words?: string;
  /** The document that it is part of, if it is not one itself. */
  readonly part?: string;
}

/** Every section with a heading of every page, as the browser reads it. */
export function searchIndex(pages: readonly Indexed[]): string {
  const parts = pages.flatMap(({ address, title, markup, words, part = title }) =>
    words === undefined ? partsOf(address, title, markup) : [{ address, page: part, heading: title, text: words }],
  );
  const index = new MiniSearch<Found & { readonly id: number; readonly text: string }>(OPTIONS);
  index.addAll(parts.map((part, id) => ({ ...part, id })));
  return JSON.stringify(index);
}

function partsOf(address: string, page: string, markup: string) {
  const [before = "", ...sections] = markup.split(/(?=<h[23] id=")/);
  const first = { address, page, heading: page, text: plain(before) };
  const rest = sections.map((section) => {
    const [, id = "", heading = ""] = /^<h[23] id="([^"]*)"[^>]*>([\s\S]*?)<\/h[23]>/.exec(section) ?? [];
    return { address: `${address}#${id}`, page, heading: plain(heading), text: plain(section) };
  });
  return [first, ...rest];
}

export function plain(markup: string): string {
  return markup
    .replaceAll(INLINE, "")
    .replaceAll(TAGS, " ")
    .replaceAll(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };
