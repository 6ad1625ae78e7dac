import type { Agenda, Step } from "../ground/kernel/step.ts";
import { tick } from "../platform/sandbox/tick.ts";

/** Everything that follows a request or a clock. */
export const steps: readonly Step[] = [tick];

/** Where due work is looked for, in the order in which two things due at one instant happen. */
export const agendas: readonly Agenda[] = [];
