import { createHash } from "node:crypto";
import { HOUR_MS } from "../../kernel/clock.ts";
import { type PropertyList, type PropertyListRef, sizeOf } from "./property-list.ts";
import type { ResolvedPropertyList } from "./request-property-list.ts";

const LONGEST_MS = HOUR_MS;

interface CachedList {
  readonly list: PropertyList;
  readonly until: number;
}

/** Resolved lists, each cached for as long as its agent allows, and an hour at most; the least recently used are removed first. */
export class PropertyListCache {
  readonly #maxIdentifiers: number;
  readonly #entries = new Map<string, CachedList>();
  #size = 0;

  /** @param maxIdentifiers how many identifiers are cached, over all lists */
  constructor(maxIdentifiers: number) {
    this.#maxIdentifiers = maxIdentifiers;
  }

  find(ref: PropertyListRef, wall: Date): PropertyList | undefined {
    const key = keyOf(ref);
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#drop(key, entry);
    if (entry.until <= wall.getTime()) return undefined;
    this.#put(key, entry);
    return entry.list;
  }

  save(ref: PropertyListRef, { list, validUntil }: ResolvedPropertyList, wall: Date): void {
    const key = keyOf(ref);
    const latest = wall.getTime() + LONGEST_MS;
    const until = Math.min(validUntil?.getTime() ?? latest, latest);
    const before = this.#entries.get(key);
    if (before) this.#drop(key, before);
    if (until > wall.getTime()) this.#put(key, { list, until });
    for (const [oldest, entry] of this.#entries) {
      if (this.#size <= this.#maxIdentifiers) break;
      this.#drop(oldest, entry);
    }
  }

  #put(key: string, entry: CachedList): void {
    this.#entries.set(key, entry);
    this.#size += costOf(entry);
  }

  #drop(key: string, kept: CachedList): void {
    this.#entries.delete(key);
    this.#size -= costOf(kept);
  }
}

/** An empty list uses memory as well. */
function costOf({ list }: CachedList): number {
  return sizeOf(list) + 100;
}

/** A list that one token may read is not necessarily readable with another, so the token is part of the key, but only as a hash. */
function keyOf({ agentUrl, listId, authToken }: PropertyListRef): string {
  return createHash("sha256")
    .update(JSON.stringify([agentUrl, listId, authToken ?? null]))
    .digest("base64url");
}
