/** What happened to a thing at the provider. `enabled` is also noted of what is created enabled. */
export type Deed = "created" | "changed" | "enabled" | "paused" | "removed" | "read" | "uploaded";

export interface LedgerCall {
  readonly number: number;
  readonly at: Date;
  readonly host: string;
  readonly route: string;
  /** Null until the reply is known. */
  readonly status: number | null;
  /** `lost` and `cut` were done, and the caller did not learn of it. */
  readonly outcome: "running" | "answered" | "lost" | "cut" | "throttled" | "failed";
}

export interface LedgerEntry {
  readonly call: number;
  readonly at: Date;
  readonly deed: Deed;
  /** `campaign`, `adgroup`, `ad`, `creative`, `asset`, `budget`, …: each provider's own word is in its README line. */
  readonly what: string;
  readonly id: string;
  readonly parent: string | null;
  readonly name: string | null;
}

interface Thing {
  readonly what: string;
  readonly id: string;
  readonly parent: string | null;
  readonly name: string | null;
}

/** The provider's own book, which an adapter cannot see: tests count it. Written by calls and by controls alike. */
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

  /** Fields that a call carried and the provider passes over in silence: most likely a misspelling. */
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

  note(at: Date, deed: Deed, thing: Thing): void {
    const { what, id, parent, name } = thing;
    this.#entries.push({ call: this.#calls.length - 1, at, deed, what, id, parent, name });
  }

  ignore(field: string): void {
    this.#ignored.push({ call: this.#calls.length - 1, field });
  }

  count(deed: Deed, what?: string): number {
    return this.#entries.filter((one) => one.deed === deed && (what === undefined || one.what === what)).length;
  }

  /** Calls of a route, in order. */
  callsOf(route: string): LedgerCall[] {
    return this.#calls.filter((one) => one.route === route);
  }

  /** What was created and not removed. A draft that was published is removed as a draft, and lives on by its id. */
  living(what?: string): LedgerEntry[] {
    const keyOf = (one: LedgerEntry) => `${one.what} ${one.id}`;
    const removed = new Set(this.#entries.filter(({ deed }) => deed === "removed").map(keyOf));
    return this.#entries.filter(
      (one) => one.deed === "created" && !removed.has(keyOf(one)) && (what === undefined || one.what === what),
    );
  }

  /** Living things of one name under one parent: what was made again after its reply was lost. */
  twice(what?: string): LedgerEntry[][] {
    const named = this.living(what).filter(({ name }) => name !== null);
    return [...Map.groupBy(named, ({ what: kind, parent, name }) => `${kind} ${parent} ${name}`).values()].filter(
      (same) => same.length > 1,
    );
  }

  /** Living things whose parent is removed. */
  orphans(): LedgerEntry[] {
    const alive = new Set(this.living().map(({ id }) => id));
    const made = new Set(this.#entries.filter(({ deed }) => deed === "created").map(({ id }) => id));
    return this.living().filter(({ parent }) => parent !== null && made.has(parent) && !alive.has(parent));
  }

  /** Living things of a kind under which nothing living hangs: what a create that failed half-way left behind. */
  childless(what: string): LedgerEntry[] {
    const parents = new Set(this.living().map(({ parent }) => parent));
    return this.living(what).filter(({ id }) => !parents.has(id));
  }

  /**
   * What could spend without having been read back: at each step by which a thing and all above it are enabled, those of it and
   * what is enabled under it that no answered read had shown since they were made.
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
      // A campaign on its own spends nothing, even if it is enabled.
      if (entry.parent === null && under.length === 1) continue;
      for (const [id, { entry: made, read }] of under) if (!read) found.set(id, made);
    }
    return [...found.values()];
  }
}

type Book = ReadonlyMap<string, { readonly entry: LedgerEntry; readonly enabled: boolean }>;

/** Whether a thing and everything above it is enabled. */
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
