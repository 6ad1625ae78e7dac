export type Verdict =
  | { readonly state: "pending" }
  | { readonly state: "approved" }
  | { readonly state: "rejected"; readonly reason: string };

/** What a refusal meets: the thing of this id, or one whose name holds this. */
export interface Wanted {
  readonly id?: string;
  readonly name?: string;
}

interface Submitted {
  readonly at: number;
  readonly name: string;
  readonly refused: string | null;
  readonly held: { readonly from: number; readonly reason: string } | null;
}

/** People who look at creatives some time after they were handed in, and who may take back what they said. */
export class Review {
  readonly #lastsMs: number;
  readonly #submitted = new Map<string, Submitted>();
  readonly #refusals: { readonly wanted: Wanted; readonly reason: string }[] = [];

  constructor(lastsMs: number) {
    this.#lastsMs = lastsMs;
  }

  /** If submitted again, as after a change, it is reviewed again. */
  handIn(id: string, name: string, at: Date): void {
    const due = this.#refusals.findIndex(({ wanted }) => meets(wanted, id, name));
    const [refusal] = due === -1 ? [] : this.#refusals.splice(due, 1);
    this.#submitted.set(id, { at: at.getTime(), name, refused: refusal?.reason ?? null, held: null });
  }

  /** Refuses what is handed in already, or else the next that is. One refusal meets one thing. */
  refuse(wanted: Wanted, reason: string): void {
    const known = [...this.#submitted].findLast(([id, { name }]) => meets(wanted, id, name));
    if (known) this.#submitted.set(known[0], { ...known[1], refused: reason });
    else this.#refusals.push({ wanted, reason });
  }

  /** An approval is taken back. */
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

  /** From when until when it is, or will be, approved; null where it is refused or unknown. */
  approval(id: string): { readonly from: Date; readonly until: Date | null } | null {
    const one = this.#submitted.get(id);
    if (!one || one.refused !== null) return null;
    return { from: new Date(one.at + this.#lastsMs), until: one.held && new Date(one.held.from) };
  }
}

function meets({ id, name }: Wanted, itsId: string, itsName: string): boolean {
  return id !== undefined ? id === itsId : name !== undefined && itsName.includes(name);
}
