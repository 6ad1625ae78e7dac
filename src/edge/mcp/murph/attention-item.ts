import { callOf, type Guide } from "../../reference/index.ts";

/** Something that blocks the caller, is waiting for somebody, or has happened. */
export interface AttentionItem {
  /** The same in each answer: `readiness.currency_confirmed`, `source.main`. */
  readonly id: string;
  readonly urgency: "blocks" | "waits" | "news";
  /** A sentence. */
  readonly what: string;
  /** The call that resolves it; null if none of the caller's own calls does. */
  readonly next: NextCall | null;
}

/** A text by somebody else, shortened and on one line, so that readers cannot mistake it for ours. */
export function quotedText(text: string, most = 200): string {
  const line = text.replaceAll(/[\s\p{C}]+/gu, " ").trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

/** If there are more of a kind, the rest are counted rather than named. */
const MOST_NAMED = 5;

/** The first few of a kind, and a single item for all others. */
export function fewOf(
  items: readonly AttentionItem[],
  total: number | undefined,
  rest: Pick<AttentionItem, "id" | "next"> & { what(more: number): string },
): AttentionItem[] {
  const named = items.slice(0, MOST_NAMED);
  const more = (total ?? items.length) - named.length;
  if (more <= 0) return named;
  return [...named, { id: rest.id, urgency: "waits", what: rest.what(more), next: rest.next }];
}

/** A call in the form that `api_call` accepts, with placeholders for values that the caller has to fill in. */
export interface NextCall {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly query?: unknown;
  readonly body?: unknown;
}

interface Filling {
  readonly pathParams?: Readonly<Record<string, string | number>>;
  readonly query?: unknown;
  /** Replaces the body of the operation's example; null for no body at all. */
  readonly body?: unknown;
}

/** Builds the call of an operation; null if this server does not have the operation. */
export type CallMaker = (operation: string, filling?: Filling) => NextCall | null;

export function callMaker(guide: Guide): CallMaker {
  return (operation, { pathParams = {}, query, body } = {}) => {
    const known = guide.capability(operation);
    if (!known) return null;
    const example = callOf(known);
    const said = body === undefined ? example.body : body;
    return {
      operation,
      method: known.method,
      path: known.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(String(pathParams[name] ?? "")),
      ),
      ...(query !== undefined && { query }),
      ...(said !== undefined && said !== null && { body: said }),
    };
  };
}
