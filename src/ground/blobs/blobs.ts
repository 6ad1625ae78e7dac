import type { Readable } from "node:stream";

/** Bytes, or where to read this many of them from. */
export type BlobContent = Uint8Array | { readonly size: number; open(): Readable };

/** Where content is stored that is too large for a row. A key is names with slashes between: `assets/12/ast_019ab3`. */
export interface Blobs {
  /** Stores the content completely or not at all, replacing what was under the key. */
  put(key: string, content: BlobContent, contentType: string): Promise<void>;
  /** Undefined if there is nothing under the key. */
  get(key: string): Promise<Readable | undefined>;
  /** Does nothing where there is nothing. */
  remove(key: string): Promise<void>;
}

/** Where the bytes of a creative's asset are. */
export function assetKeyOf(customerId: number, assetId: string): string {
  return `assets/${customerId}/${assetId}`;
}

/** Without dots, so that no key leads out of its store. */
const FORM = /^[\w-]+(\/[\w-]+)*$/;

export function checkedKey(key: string): string {
  if (!FORM.test(key)) throw new TypeError(`no key of a blob: ${key}`);
  return key;
}
