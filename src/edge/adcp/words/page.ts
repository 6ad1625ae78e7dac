import { z } from "zod";
import { illFormed } from "../../../ground/kernel/texts/well-formed.ts";
import { refused } from "../protocol/failure.ts";

const DEFAULT_SIZE = 50;
const LARGEST_SIZE = 100;

export const Pagination = z
  .object({
    max_results: z.int().min(1).max(LARGEST_SIZE).default(DEFAULT_SIZE),
    cursor: z.string().max(1_000).optional().describe("From the previous answer"),
  })
  .optional();

type PageRequest = z.output<typeof Pagination>;

/** The page size, and the id of the last entry of the previous page. Throws `SellerRefused` for a cursor that was issued to somebody else. */
export function pageAsked(asked: PageRequest): { readonly size: number; readonly after: string | undefined } {
  const { max_results: size = DEFAULT_SIZE, cursor } = asked ?? {};
  if (cursor === undefined) return { size, after: undefined };
  const after = Buffer.from(cursor, "base64url").toString();
  if (after !== "" && cursorAt(after) === cursor && illFormed(after).length === 0) return { size, after };
  throw strangeCursor();
}

export function cursorAt(id: string): string {
  return Buffer.from(id).toString("base64url");
}

/** A page of a complete list. Throws `SellerRefused` if the list no longer contains the cursor's entry. */
export function pageOf<T>(all: readonly T[], asked: PageRequest, idOf: (entry: T) => string) {
  const { size, after } = pageAsked(asked);
  const start = after === undefined ? 0 : all.findIndex((entry) => idOf(entry) === after) + 1;
  if (after !== undefined && start === 0) throw strangeCursor();
  const page = all.slice(start, start + size);
  const last = page.at(-1);
  const more = last !== undefined && start + size < all.length;
  const pagination = { has_more: more, total_count: all.length, ...(more && { cursor: cursorAt(idOf(last)) }) };
  return { page, pagination };
}

export function strangeCursor() {
  const message = "pagination.cursor: it is invalid, or its list has changed: start again without it";
  return refused("INVALID_REQUEST", message, "pagination.cursor");
}
