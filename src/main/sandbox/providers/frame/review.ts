export type Verdict =
  | { readonly state: "pending" }
  | { readonly state: "approved" }
  | { readonly state: "rejected"; readonly reason: string };

/** What a refusal applies to: the entity with this id, or one whose name contains this text. */
export interface RefusalTarget {
  readonly id?: string;
  readonly name?: string;
}

interface Submitted {
  readonly at: number;
  readonly name: string;
  readonly refused: string | null;
  readonly held: { readonly from: number; readonly reason: string } | null;
}

/** Reviews creatives some time after they were submitted, and may withdraw an approval. */
export class Review {
  readonly #lastsMs: number;
  readonly #submitted = new Map<string, Submitted>();
  readonly #refusals: { readonly wanted: RefusalTarget; readonly reason: string }[] = [];

  constructor(lastsMs: number) {
    this.#lastsMs = lastsMs;
  }

  /** Whatever is submitted again, for example after a change, is reviewed again. */
  handIn(id: string, name: string, at: Date): void {
    const due = this.#refusals.findIndex(({ wanted }) => meets(wanted, id, name));
    const [refusal] = due === -1 ? [] : this.#refusals.splice(due, 1);
    this.#submitted.set(id, { at: at.getTime(), name, refused: refusal?.reason ?? null, held: null });
  }

  /** Refuses an entity that has been submitted already, or else the next one that matches. Each refusal applies to one entity. */
  refuse(wanted: RefusalTarget, reason: string): void {
    const known = [...this.#submitted].findLast(([id, { name }]) => meets(wanted, id, name));
    if (known) this.#submitted.set(known[0], { ...known[1], refused: reason });
    else this.#refusals.push({ wanted, reason });
  }

  /** Withdraws an approval. */
  hold(id: string, reason: string, at: Date): void {
    const known = this.#submitted.get(id);
    if (!known) throw new Error(`${id} was never handed in for review`);
    this.#submitted.set(id, { ...known, held: { from: at.getTime(), reason } });
  }

  verdict(id: string, now: Date): Verdict {
    const one = this.#submitted.get(id);
    if (!one || now.getTime() < one.at + this.#lastsMs) return { state: "pending" };
    if (one.refused !== null) return { state: "rejected", reason: one.refused };
    if (one.held && now.getTime() >= one.held.from) return { state: "rejected", reason: one.held.reason };
    return { state: "approved" };
  }

  /** The period in which it is, or will be, approved; null if it was refused, or is unknown. */
  approval(id: string): { readonly from: Date; readonly until: Date | null } | null {
    const one = this.#submitted.get(id);
    if (!one || one.refused !== null) return null;
    return { from: new Date(one.at + this.#lastsMs), until: one.held && new Date(one.held.from) };
  }
}

function meets({ id, name }: RefusalTarget, itsId: string, itsName: string): boolean {
  return id !== undefined ? id === itsId : name !== undefined && itsName.includes(name);
}
