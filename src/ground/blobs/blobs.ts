import type { Readable } from "node:stream";

/** The bytes themselves, or their number and where to read them from. */
export type BlobContent = Uint8Array | { readonly size: number; open(): Readable };

/** Stores content that is too large for a row. A key consists of names separated by slashes: `assets/12/ast_019ab3`. */
export interface Blobs {
  /** Stores the content completely or not at all, and replaces whatever the key held before. */
  put(key: string, content: BlobContent, contentType: string): Promise<void>;
  /** Undefined if there is nothing under the key. */
  get(key: string): Promise<Readable | undefined>;
  /** Has no effect if there is nothing under the key. */
  remove(key: string): Promise<void>;
}

/** The key under which the bytes of a creative's asset are stored. */
export function assetKeyOf(customerId: number, assetId: string): string {
  return `assets/${customerId}/${assetId}`;
}

/** Dots are not allowed, so that no key can lead out of its store. */
const FORM = /^[\w-]+(\/[\w-]+)*$/;

export function checkedKey(key: string): string {
  if (!FORM.test(key)) throw new TypeError(`no key of a blob: ${key}`);
  return key;
}
