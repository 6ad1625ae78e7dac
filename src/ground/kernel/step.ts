import type { $ZodType } from "zod/v4/core";
import type { Db, InstallationDb } from "../db/db.ts";
import type { CallContext, Context, Due, Step, StepAudit, StepInput } from "./context.ts";

export type { Due, JobReference, Step, StepAudit, StepInput } from "./context.ts";

interface Named<I extends StepInput> {
  readonly name: string;
  readonly input: $ZodType<I>;
  readonly attempts?: number;
  readonly atOnce?: number;
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
  /** Does all the work in one transaction; returns undefined if there was nothing to do. */
  handle(input: I, ctx: Context): Promise<S>;
}

/** How often a job that throws is tried in total. */
export const USUAL_ATTEMPTS = 8;

/** The result of a claim that leaves nothing to call. `perform` returns its value. */
export class Done<S> {
  readonly value: S;

  constructor(value: S) {
    this.value = value;
  }
}

/** Thrown while settling if something that it relied on has changed. Nothing is written, and the work is settled again from the value given here. */
export class SettlementConflict extends Error {
  readonly claimed: unknown;

  constructor(claimed: unknown) {
    super("what was claimed has been written by somebody else");
    this.claimed = claimed;
  }
}

export function step<I extends StepInput, C, R, S>(declared: Declared<I, C, R, S> | DeclaredInside<I, S>): Step<I, S> {
  if (!("handle" in declared)) return { attempts: USUAL_ATTEMPTS, ...declared };
  const { handle, ...rest } = declared;
  return { attempts: USUAL_ATTEMPTS, ...rest, claim: handle };
}

/** Where an area looks for due work. A due step moves its own due time forward when it is claimed; otherwise it would be due for ever. */
export interface Agenda {
  /** The earliest item that is due at `until` or before, for the transaction's customer. */
  next(db: Db, customerId: number, until: Date): Promise<Due | undefined>;
  /** Items that are due for any customer, each by the customer's own clock; `wall` is real time. */
  dueOfAllCustomers(db: InstallationDb, wall: Date, limit: number): Promise<readonly Due[]>;
}
