import type { $ZodType } from "zod/v4/core";
import type { Noun } from "../inputs/noun.ts";
import type { AuditNote } from "../operation.ts";
import type { Access, CustomerKind } from "../viewer.ts";

/**
 * What an agent of ours can be asked by a protocol that declares its own tasks: the sibling of an operation, with the same
 * admission, key, audit entry and check of the answer. It works for a tenant that is not its caller's, and through the port
 * of that tenant, which opens its own transactions: so its work converges under its key, and no transaction spans it.
 */
export interface AgentTool<C = never> {
  readonly name: string;
  readonly access: Extract<Access, "public" | "read" | "write">;
  readonly sides: readonly CustomerKind[];
  /** See `Operation.decides`. */
  readonly decides?: true;
  readonly input: $ZodType;
  /** Of `Outcome.answer`, whatever came of the call. */
  readonly answer: $ZodType;
  /** The noun behind every input that names a resource: see `Operation.refs`. */
  readonly refs: Readonly<Record<string, Noun>>;
  /** What a write says in the tenant's log. */
  readonly audit?: ToolAudit;
  /** It only says what would come of it: nothing is written down. */
  isTrial(input: never): boolean;
  handle(input: never, context: C): Promise<Outcome>;
}

/** What a call came to. What is not done is neither kept under its key nor in the log. */
export interface Outcome {
  readonly done: boolean;
  readonly answer: unknown;
}

export interface ToolAudit extends Pick<AuditNote, "action" | "resource"> {
  /** Which resource it was, and what became of its fields, where that is to be told. */
  note(input: never, answer: never): ToolAuditNote;
}

export interface ToolAuditNote {
  readonly resourceId: string | null;
  readonly changes?: Readonly<Record<string, unknown>> | undefined;
}
