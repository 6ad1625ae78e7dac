import { InvalidState } from "./errors.ts";

/** A table of transitions: for every step, the states it may be taken from and where each leads. */
export type Transitions<State extends string, Step extends string> = Readonly<
  Record<Step, Readonly<Partial<Record<State, State>>>>
>;

/** The state after a step; throws `InvalidState` naming both where the table has none. */
export function take<State extends string, Step extends string>(
  transitions: Transitions<State, Step>,
  step: Step,
  from: State,
  noun: string,
): State {
  const to = transitions[step][from];
  if (to) return to;
  const allowed = Object.keys(transitions[step]).join(" or ");
  throw new InvalidState(`cannot ${step} a ${noun} that is ${from}: it must be ${allowed}`, {
    details: { status: from, allowed },
  });
}

export function can<State extends string, Step extends string>(
  transitions: Transitions<State, Step>,
  step: Step,
  from: State,
): boolean {
  return transitions[step][from] !== undefined;
}
