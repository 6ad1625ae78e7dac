import type { $ZodType } from "zod/v4/core";
import type { Db, InstallationDb } from "../db/database.ts";
import type { CallContext, Context } from "./context.ts";

/** Every step is somebody's: it runs inside the wall of this customer. */
export interface StepInput {
  readonly customerId: number;
}

/** What settling a step changes, for the audit log, and the field of the input that names it. */
export interface StepAudit {
  readonly resource: string;
  readonly idIn: string;
}

/**
 * Work that follows a request or a clock, done at least once: a job. One that leaves the building has three parts.
 * `claim` takes it in a transaction (nothing to do: undefined), `call` speaks to the world outside any, `settle` writes
 * down what came of it in another. A crash between them repeats the step, so a call carries the key it was claimed with.
 */
export interface Step<I extends StepInput = StepInput, S = unknown> {
  readonly name: string;
  readonly input: $ZodType<I>;
  /** How often a failing step is tried before it lies among the dead letters. */
  readonly attempts: number;
  /** Nobody's in particular: it sees every tenant's rows, and the customer of its input is NOBODY's. */
  readonly reach?: "installation";
  readonly audit?: StepAudit;
  /** All it does is read: then it needs no transaction to write in. */
  readonly reads?: true;
  claim(input: I, ctx: Context): Promise<unknown>;
  call?(claimed: never, ctx: CallContext): Promise<unknown>;
  settle?(claimed: never, called: never, ctx: Context): Promise<S | undefined>;
}

/** A step as those know it who leave it behind, where what it does is the business of an area that stands after theirs. */
export type JobReference<I extends StepInput> = Pick<Step<I>, "name" | "input">;

interface Named<I extends StepInput> {
  readonly name: string;
  readonly input: $ZodType<I>;
  readonly attempts?: number;
  readonly reach?: "installation";
  readonly audit?: StepAudit;
}

interface Declared<I extends StepInput, C, R, S> extends Named<I> {
  claim(input: I, ctx: Context): Promise<C | undefined>;
  call(claimed: C, ctx: CallContext): Promise<R>;
  settle(claimed: C, called: R, ctx: Context): Promise<S>;
}

interface DeclaredInside<I extends StepInput, S> extends Named<I> {
  readonly reads?: true;
  /** All of it in one transaction; answers undefined where there was nothing to do. */
  handle(input: I, ctx: Context): Promise<S>;
}

/** How often a job that throws is tried. */
export const USUAL_ATTEMPTS = 8;

/** What a claim comes to that leaves nothing to call: what `perform` answers. */
export class Done<S> {
  readonly value: S;

  constructor(value: S) {
    this.value = value;
  }
}

export function step<I extends StepInput, C, R, S>(declared: Declared<I, C, R, S> | DeclaredInside<I, S>): Step<I, S> {
  if (!("handle" in declared)) return { attempts: USUAL_ATTEMPTS, ...declared };
  const { handle, ...rest } = declared;
  return { attempts: USUAL_ATTEMPTS, ...rest, claim: handle };
}

/** Something that a customer's clock makes due: a step, and when its time has come. */
export interface Due {
  readonly at: Date;
  readonly step: Step;
  readonly input: StepInput;
  /** What it is about, for whoever advances a clock: `media buy mb_…`. */
  readonly subject: string;
}

/**
 * Where an area looks for what is due. A due step moves its own time on when it is claimed, or it would be due for ever.
 */
export interface Agenda {
  /** The earliest thing due at `until` or before, for the transaction's customer. */
  next(db: Db, customerId: number, until: Date): Promise<Due | undefined>;
  /** What is due for any customer, each by its own clock; `wall` is the time of the wall. */
  dueOfAllCustomers(db: InstallationDb, wall: Date, limit: number): Promise<readonly Due[]>;
}
