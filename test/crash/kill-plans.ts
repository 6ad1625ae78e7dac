import { IN_A_TRANSACTION } from "./stages.ts";

/** How a server is killed while it executes its campaigns. */
export type KillPlan =
  /** The first piece of work to reach each of `stands` stops for good; after that, the first to reach `dieAt` kills the server. */
  { readonly stands: readonly string[]; readonly dieAt: string } | { readonly afterMs: number };

/**
 * The fewest servers that interrupt work at each of these stages. Each dies within a transaction, whose locks block others only as long
 * as it lives; the other stopped work holds no locks, and is of another kind, because a queue has only two workers.
 */
export function killPlansAt(stages: readonly string[]): KillPlan[] {
  const isLast = (place: string) => IN_A_TRANSACTION.includes(place.split(" ")[1] ?? "");
  const fates = stages.filter(isLast).map((dieAt) => ({ dieAt, stands: [] as string[] }));
  for (const place of stages.filter((one) => !isLast(one))) {
    const [freest] = fates
      .filter(({ dieAt, stands }) => ![dieAt, ...stands].some((other) => isOfOneWork(place, other)))
      .toSorted((a, b) => a.stands.length - b.stands.length);
    if (!freest) throw new Error(`no server is left to stand at ${place}`);
    freest.stands.push(place);
  }
  return fates;
}

const isOfOneWork = (one: string, other: string) => one.split(" ")[0] === other.split(" ")[0];

/** The stages at which it interrupts work. */
export function placesOf(fate: KillPlan): readonly string[] {
  return "dieAt" in fate ? [...fate.stands, fate.dieAt] : ["at random"];
}
