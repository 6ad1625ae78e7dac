import { InvalidState } from "./errors.ts";

/** A table of transitions: for every step, the states in which it is allowed and the resulting states. */
export type Transitions<State extends string, Step extends string> = Readonly<
  Record<Step, Readonly<Partial<Record<State, State>>>>
>;

/** The states of a noun, as described and drawn in `docs/states.md`. */
export interface Lifecycle<State extends string = string, Step extends string = string> {
  /** As in the glossary: `media buy`. */
  readonly noun: string;
  /** What each state means, as the end of a sentence. */
  readonly states: Readonly<Record<State, string>>;
  /** States that the published contract names, but to which no transition leads. */
  readonly unused?: readonly State[];
  /** The states in which a resource may be created. */
  readonly starts: readonly State[];
  readonly transitions: Transitions<State, Step>;
}

/** A validated table: the server does not start if a state cannot be reached. */
export function lifecycle<State extends string, Step extends string>(
  declared: Lifecycle<State, Step>,
): Lifecycle<State, Step> {
  const reached = new Set<string>(declared.starts);
  const edges = Object.values<Readonly<Partial<Record<State, State>>>>(declared.transitions).flatMap((step) =>
    Object.entries<State | undefined>(step),
  );
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const [from, to] of edges) if (to && reached.has(from)) reached.add(to);
  }
  const unused = new Set<string>(declared.unused);
  const lost = Object.keys(declared.states).filter((state) => !reached.has(state) && !unused.has(state));
  if (lost.length > 0) throw new Error(`no step leads a ${declared.noun} to ${lost.join(" or ")}`);
  return declared;
}

/** The state after a step. Throws `InvalidState`, naming the state and the step, if the table does not allow it. */
export function nextState<State extends string, Step extends string>(
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

/** The state after a step of a noun's table. */
export function stepped<State extends string, Step extends string>(
  { transitions, noun }: Lifecycle<State, Step>,
  step: Step,
  from: State,
): State {
  return nextState(transitions, step, from, noun);
}

/** The states from which a step leads to this one, and this one itself: those that a write to it may find. */
export function stateBefore<State extends string>({ transitions }: Lifecycle<State>, to: State): State[] {
  const before = new Set([to]);
  for (const step of Object.values<Readonly<Partial<Record<State, State>>>>(transitions))
    for (const from in step) if (step[from] === to) before.add(from);
  return [...before];
}

export function can<State extends string, Step extends string>(
  transitions: Transitions<State, Step>,
  step: Step,
  from: State,
): boolean {
  return transitions[step][from] !== undefined;
}
