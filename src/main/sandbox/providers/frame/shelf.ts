import type { WireObject } from "./json.ts";
import type { Stage } from "./stage.ts";

/** An entity that the provider stores, with the provider's own fields. */
export interface StoredEntity {
  readonly id: string;
  readonly what: string;
  readonly account: string;
  readonly parent: string | null;
  readonly name: string | null;
  readonly enabled: boolean;
  readonly removed: boolean;
  readonly madeAt: Date;
  readonly changedAt: Date;
  readonly fields: WireObject;
}

export type NewThing = Omit<StoredEntity, "removed" | "madeAt" | "changedAt">;
export type Change = Partial<Pick<StoredEntity, "name" | "enabled" | "fields" | "parent">>;

/** Everything that the provider stores. Whatever happens to it is recorded in the ledger. */
export class Shelf {
  readonly #stage: Stage;
  readonly #kept = new Map<string, StoredEntity>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  add(thing: NewThing): StoredEntity {
    const now = this.#stage.now();
    const kept = { ...thing, removed: false, madeAt: now, changedAt: now };
    this.#kept.set(thing.id, kept);
    this.#stage.ledger.note(now, "created", kept);
    if (kept.enabled) this.#stage.ledger.note(now, "enabled", kept);
    return kept;
  }

  /** Includes removed entities, which some providers continue to show. */
  find(what: string, id: string): StoredEntity | undefined {
    const kept = this.#kept.get(id);
    return kept?.what === what ? kept : undefined;
  }

  /** Undefined if it belongs to another account, or has been removed. */
  get(what: string, id: string, account?: string): StoredEntity | undefined {
    const kept = this.find(what, id);
    return kept && !kept.removed && (account === undefined || kept.account === account) ? kept : undefined;
  }

  all(what: string): StoredEntity[] {
    return [...this.#kept.values()].filter((one) => one.what === what && !one.removed);
  }

  ofAccount(what: string, account: string): StoredEntity[] {
    return this.all(what).filter((one) => one.account === account);
  }

  under(what: string, parent: string): StoredEntity[] {
    return this.all(what).filter((one) => one.parent === parent);
  }

  change(id: string, change: Change): StoredEntity {
    const before = this.#kept.get(id);
    if (!before) throw new Error(`nothing is kept as ${id}`);
    const now = this.#stage.now();
    const after = { ...before, ...change, changedAt: now };
    this.#kept.set(id, after);
    const { ledger } = this.#stage;
    ledger.note(now, "changed", after);
    if (before.enabled !== after.enabled) ledger.note(now, after.enabled ? "enabled" : "paused", after);
    return after;
  }

  /** Removes the entity and everything below it. */
  remove(id: string): void {
    const kept = this.#kept.get(id);
    if (!kept || kept.removed) return;
    for (const child of this.#kept.values()) if (child.parent === id) this.remove(child.id);
    const now = this.#stage.now();
    this.#kept.set(id, { ...kept, removed: true, enabled: false, changedAt: now });
    this.#stage.ledger.note(now, "removed", kept);
  }

  /** Records a read that shows the entity. */
  read(kept: StoredEntity): StoredEntity {
    this.#stage.ledger.note(this.#stage.now(), "read", kept);
    return kept;
  }
}
