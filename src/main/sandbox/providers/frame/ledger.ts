/** What happened to an entity at the provider. `enabled` is also recorded if the entity is created enabled. */
export type LedgerAction = "created" | "changed" | "enabled" | "paused" | "removed" | "read" | "uploaded";

export interface LedgerCall {
  readonly number: number;
  readonly at: Date;
  readonly host: string;
  readonly route: string;
  /** Null until the reply is known. */
  readonly status: number | null;
  /** With `lost` and `cut`, the call took effect but the caller did not learn of it. */
  readonly outcome: "running" | "answered" | "lost" | "cut" | "throttled" | "failed";
}

export interface LedgerEntry {
  readonly call: number;
  readonly at: Date;
  readonly deed: LedgerAction;
  /** `campaign`, `adgroup`, `ad`, `creative`, `asset`, `budget`, …: each provider uses its own terms. */
  readonly what: string;
  readonly id: string;
  readonly parent: string | null;
  readonly name: string | null;
}

interface LedgerEntity {
  readonly what: string;
  readonly id: string;
  readonly parent: string | null;
  readonly name: string | null;
}

/** The provider's own record, which an adapter cannot see, and in which tests count. Both calls and controls write to it. */
export class Ledger {
  readonly #calls: LedgerCall[] = [];
  readonly #entries: LedgerEntry[] = [];
  readonly #ignored: { readonly call: number; readonly field: string }[] = [];

  get calls(): readonly LedgerCall[] {
    return this.#calls;
  }

  get entries(): readonly LedgerEntry[] {
    return this.#entries;
  }

  /** Fields that a call contained and that the provider silently ignores: most likely spelling mistakes. */
  get ignored(): readonly { readonly call: number; readonly field: string }[] {
    return this.#ignored;
  }

  begin(at: Date, host: string, route: string): number {
    const number = this.#calls.length;
    this.#calls.push({ number, at, host, route, status: null, outcome: "running" });
    return number;
  }

  end(number: number, status: number | null, outcome: LedgerCall["outcome"]): void {
    const call = this.#calls[number];
    if (call) this.#calls[number] = { ...call, status, outcome };
  }

  note(at: Date, deed: LedgerAction, thing: LedgerEntity): void {
    const { what, id, parent, name } = thing;
    this.#entries.push({ call: this.#calls.length - 1, at, deed, what, id, parent, name });
  }

  ignore(field: string): void {
    this.#ignored.push({ call: this.#calls.length - 1, field });
  }

  count(deed: LedgerAction, what?: string): number {
    return this.#entries.filter((one) => one.deed === deed && (what === undefined || one.what === what)).length;
  }

  /** The calls of a route, in order. */
  callsOf(route: string): LedgerCall[] {
    return this.#calls.filter((one) => one.route === route);
  }

  /** Entities that were created and not removed. When a draft is published, the draft counts as removed, and the entity lives on under its id. */
  living(what?: string): LedgerEntry[] {
    const keyOf = (one: LedgerEntry) => `${one.what} ${one.id}`;
    const removed = new Set(this.#entries.filter(({ deed }) => deed === "removed").map(keyOf));
    return this.#entries.filter(
      (one) => one.deed === "created" && !removed.has(keyOf(one)) && (what === undefined || one.what === what),
    );
  }

  /** Living entities with the same name under the same parent: created again because the first reply was lost. */
  twice(what?: string): LedgerEntry[][] {
    const named = this.living(what).filter(({ name }) => name !== null);
    return [...Map.groupBy(named, ({ what: kind, parent, name }) => `${kind} ${parent} ${name}`).values()].filter(
      (same) => same.length > 1,
    );
  }

  /** Living entities whose parent has been removed. */
  orphans(): LedgerEntry[] {
    const alive = new Set(this.living().map(({ id }) => id));
    const made = new Set(this.#entries.filter(({ deed }) => deed === "created").map(({ id }) => id));
    return this.living().filter(({ parent }) => parent !== null && made.has(parent) && !alive.has(parent));
  }

  /** Living entities of a kind that have no living children, as left behind by a create that failed half-way. */
  childless(what: string): LedgerEntry[] {
    const parents = new Set(this.living().map(({ parent }) => parent));
    return this.living(what).filter(({ id }) => !parents.has(id));
  }

  /**
   * Entities that could spend money without having been read back. Whenever an entity becomes enabled together with everything above it,
   * this checks it and the enabled entities below it, and finds those that no answered read has shown since they were created.
   */
  enabledUnread(): LedgerEntry[] {
    const book = new Map<string, { entry: LedgerEntry; enabled: boolean; read: boolean }>();
    const found = new Map<string, LedgerEntry>();
    for (const entry of this.#entries) {
      const known = book.get(entry.id);
      if (entry.deed === "created") book.set(entry.id, { entry, enabled: false, read: false });
      if (!known) continue;
      if (entry.deed === "read" && this.#calls[entry.call]?.outcome === "answered") known.read = true;
      if (entry.deed === "paused") known.enabled = false;
      if (entry.deed === "removed") book.delete(entry.id);
      if (entry.deed !== "enabled") continue;
      known.enabled = true;
      if (!runs(book, entry.id)) continue;
      const under = [...book].filter(([id, one]) => one.enabled && isUnder(book, id, entry.id));
      // A campaign without anything below it spends nothing, even if it is enabled.
      if (entry.parent === null && under.length === 1) continue;
      for (const [id, { entry: made, read }] of under) if (!read) found.set(id, made);
    }
    return [...found.values()];
  }
}

type Book = ReadonlyMap<string, { readonly entry: LedgerEntry; readonly enabled: boolean }>;

/** Whether an entity and everything above it are enabled. */
function runs(book: Book, id: string): boolean {
  const one = book.get(id);
  if (!one) return true;
  return one.enabled && (one.entry.parent === null || runs(book, one.entry.parent));
}

function isUnder(book: Book, id: string, top: string): boolean {
  if (id === top) return true;
  const parent = book.get(id)?.entry.parent ?? null;
  return parent !== null && isUnder(book, parent, top);
}
