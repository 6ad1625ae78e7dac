import { type Created, Entry } from "./entry.ts";

/** What a ledger says. Of two records with one key the first in the file stands, and the other is void. */
export class Book {
  readonly #byKey = new Map<string, Entry>();
  readonly #byTask = new Map<string, Created>();
  readonly #byBuy = new Map<string, Entry[]>();

  enter(entry: Entry): void {
    if (this.#byKey.has(entry.key)) return;
    this.#byKey.set(entry.key, entry);
    if (entry.type === "created") this.#byTask.set(entry.taskId, entry);
    this.#byBuy.set(entry.mediaBuyId, [...this.ofBuy(entry.mediaBuyId), entry]);
  }

  withKey(key: string): Entry | undefined {
    return this.#byKey.get(key);
  }

  withTask(taskId: string): Created | undefined {
    return this.#byTask.get(taskId);
  }

  /** Every media buy that there is, in the order of the file. */
  buys(): readonly string[] {
    return [...this.#byBuy.keys()];
  }

  /** The records of one media buy that stand, oldest first. */
  ofBuy(mediaBuyId: string): readonly Entry[] {
    return this.#byBuy.get(mediaBuyId) ?? [];
  }
}

/** The records among a ledger's lines, and how many lines are none: killed writers leave those. */
export function parseLines(text: string): { readonly entries: readonly Entry[]; readonly tornLines: number } {
  const lines = text.split("\n").filter((line) => line !== "");
  const entries = lines.flatMap((line) => parseLine(line) ?? []);
  return { entries, tornLines: lines.length - entries.length };
}

function parseLine(line: string): Entry | undefined {
  try {
    return Entry.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
