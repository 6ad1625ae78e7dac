export interface Page<T> {
  readonly items: readonly T[];
  /** The offset of the next page; null after the last one. */
  readonly next: number | null;
}

export function pageOf<T>(all: readonly T[], offset: number, size: number): Page<T> {
  const next = offset + size;
  return { items: all.slice(offset, next), next: next < all.length ? next : null };
}

/** An opaque cursor. */
export function cursorOf(offset: number): string {
  return Buffer.from(`synthetic:${offset}`).toString("base64url");
}

/** Null if the cursor is not one of ours. */
export function offsetOf(cursor: string): number | null {
  const [, offset] = /^synthetic:(\d+)$/.exec(Buffer.from(cursor, "base64url").toString("utf8")) ?? [];
  return offset === undefined ? null : Number(offset);
}
