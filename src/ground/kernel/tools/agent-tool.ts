import type { $ZodType } from "zod/v4/core";
import type { Noun } from "../inputs/noun.ts";
import type { AuditNote } from "../operation.ts";
import type { Access, CustomerKind } from "../viewer.ts";

/**
 * A tool of an agent, for a protocol that declares its own tasks: the counterpart of an operation, with the same admission, idempotency
 * key, audit entry and validation of the answer. It works for a tenant other than its caller, through that tenant's port, which opens its
 * own transactions. So no single transaction spans the tool's work, which converges under its key instead.
 */
export interface AgentTool<C = never> {
  readonly name: string;
  readonly access: Extract<Access, "public" | "read" | "write">;
  readonly sides: readonly CustomerKind[];
  /** See `Operation.decides`. */
  readonly decides?: true;
  readonly input: $ZodType;
  /** The schema of `Outcome.answer`, whatever the result. */
  readonly answer: $ZodType;
  /** The noun behind every input that names a resource: see `Operation.refs`. */
  readonly refs: Readonly<Record<string, Noun>>;
  /** A write's entry in the tenant's log. */
  readonly audit?: ToolAudit;
  /** A dry run: nothing is stored. */
  isTrial(input: never): boolean;
  handle(input: never, context: C): Promise<Outcome>;
}

/** The result of a call. A call without effect is neither stored under its key nor logged. */
export interface Outcome {
  readonly done: boolean;
  readonly answer: unknown;
  /** The same object may be returned as an answer again, so whatever is derived from it can be cached with it. */
  readonly stands?: true | undefined;
}

export interface ToolAudit extends Pick<AuditNote, "action" | "resource"> {
  /** The resource concerned, and how its fields changed, if that is logged. */
  note(input: never, answer: never): ToolAuditNote;
}

export interface ToolAuditNote {
  readonly resourceId: string | null;
  readonly changes?: Readonly<Record<string, unknown>> | undefined;
}
