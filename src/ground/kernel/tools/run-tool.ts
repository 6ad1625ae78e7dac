import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { type $ZodIssue, parse, type safeParse } from "zod/v4/core";
import { findStoredAnswer, type KeyedRequest, saveFirstAnswer } from "../../idempotency/index.ts";
import { auditScopeOf } from "../audit-entry.ts";
import { after } from "../clock.ts";
import { type Context, wallOf } from "../context.ts";
import type { Host } from "../host.ts";
import { admit, type Viewer } from "../viewer.ts";
import { KeyReused } from "../writing/write.ts";
import type { AgentTool, Outcome } from "./agent-tool.ts";

export type Parsed = ReturnType<typeof safeParse>;

/** A call of a tool as its protocol parsed it. */
export interface ToolCall {
  /** The arguments, parsed by the tool's schema. */
  parsed(): Parsed;
  readonly requestId: string;
  /** How the protocol recognises a retry, if at all: by the key, and by the hash of what is compared (`hashOfCall`). */
  readonly repeatable: { readonly key: string; readonly field: string; readonly requestHash: string } | undefined;
  readonly storedForMs: number;
}

/** The tenant for which a tool works; its transactions are in this tenant. */
interface Tenant {
  readonly customerId: number;
  read<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
  write<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

interface Caller {
  readonly viewer: Viewer;
  /** The caller's identity at the tenant, whichever organisation it belongs to. */
  readonly principal: string;
  /** The part of the tenant that is called: keys used there do not apply elsewhere. */
  readonly place: string;
}

export interface ToolResult {
  readonly answer: unknown;
  /** The call has been answered before, under the same idempotency key. */
  readonly replayed: boolean;
  /** See `Outcome`. */
  readonly stands?: true | undefined;
}

/** How the protocol of the call words errors. */
interface ToolMessages<C> {
  readonly context: C;
  /** Why a permitted call is not executed, whatever its tool's schema says; undefined if it is. */
  objection(): Error | undefined;
  /** The error to throw for an input that does not match the tool's schema. */
  faultOf(issues: readonly $ZodIssue[]): Error;
}

/** The counterpart of `run` for the tools of an agent: admit, parse, replay, execute, check the answer, audit it and store it under its key. */
export async function runTool<C>(
  tool: AgentTool<C>,
  call: ToolCall,
  { caller, tenant, host, spoken }: ToolContext<C>,
): Promise<ToolResult> {
  const { name: id, access, sides, decides } = tool;
  const writes = access === "write";
  admit(caller.viewer, { id, access, sides, writes, decides });
  const objection = spoken.objection();
  if (objection) throw objection;
  const { data: input, error } = call.parsed();
  if (error) throw spoken.faultOf(error.issues);
  const answered = async (): Promise<Outcome> => {
    const { done, answer, stands } = await tool.handle(input as never, spoken.context);
    return { done, answer: stands ? checkedOnce(tool, answer) : parse(tool.answer, answer), stands };
  };
  if (!writes || tool.isTrial(input as never)) {
    const { answer, stands } = await answered();
    return { answer, stands, replayed: false };
  }
  const key = keyed(tool.name, call, caller, tenant);
  const known = key && (await tenant.read((ctx) => replay(ctx, key, call)));
  if (known) return known;
  const { done, answer } = await answered();
  if (!done) return { answer, replayed: false };
  return tenant.write(async (ctx) => {
    const kept = !key || (await save(ctx, key, answer, call.storedForMs));
    // Of two simultaneous calls with the same key, the later one gets the first one's answer.
    const first = kept ? undefined : await replay(ctx, key, call);
    if (first) return first;
    await audit(tool, { input, answer, caller }, ctx, host);
    return { answer, replayed: false };
  });
}

/** Answers that are returned repeatedly, after parsing by their tool's schema. */
const CHECKED = new WeakMap<object, unknown>();

function checkedOnce({ answer: schema }: Pick<AgentTool, "answer">, answer: unknown): unknown {
  if (typeof answer !== "object" || answer === null) return parse(schema, answer);
  const known = CHECKED.get(answer);
  if (known !== undefined) return known;
  const checked = sharing(parse(schema, answer), answer);
  CHECKED.set(answer, checked);
  return checked;
}

/** Reuses the parts of the original answer that its schema leaves unchanged: both objects are kept, and need these parts only once. */
function sharing(parsed: unknown, answer: object): unknown {
  if (typeof parsed !== "object" || parsed === null) return parsed;
  const own = answer as Readonly<Record<string, unknown>>;
  const part = ([name, value]: [string, unknown]) => [name, isDeepStrictEqual(value, own[name]) ? own[name] : value];
  return Object.fromEntries(Object.entries(parsed).map(part));
}

interface ToolContext<C> {
  readonly caller: Caller;
  readonly tenant: Tenant;
  readonly host: Pick<Host, "audit">;
  readonly spoken: ToolMessages<C>;
}

/** The key belongs to the caller at this tenant; a slash separates it from the keys that the tenant uses itself. */
function keyed(
  operation: string,
  { repeatable }: ToolCall,
  { principal, place }: Caller,
  { customerId }: Tenant,
): KeyedRequest | undefined {
  if (!repeatable) return undefined;
  const { key, requestHash } = repeatable;
  return { customerId, key: `${place}/${principal}/${key}`, operation, requestHash };
}

/** The same for every retry of a call, whatever the order of its fields. */
export function hashOfCall(operation: string, compared: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify([operation, inOrder(compared)]))
    .digest("hex");
}

async function replay(ctx: Context, key: KeyedRequest, { repeatable }: ToolCall): Promise<ToolResult | undefined> {
  const known = await findStoredAnswer(ctx.db, key, wallOf(ctx));
  if (!known) return undefined;
  if (known.requestHash === key.requestHash) return { answer: known.answer, replayed: true };
  const field = repeatable?.field;
  throw new KeyReused(`${field}: it was used for another request: send this one with a new key`, { field });
}

function save(ctx: Context, key: KeyedRequest, answer: unknown, storedForMs: number): Promise<boolean> {
  const now = wallOf(ctx);
  return saveFirstAnswer(ctx.db, key, { status: 200, answer, now, expiresAt: after(now, storedForMs) });
}

interface Done {
  readonly input: unknown;
  readonly answer: unknown;
  readonly caller: Caller;
}

/** Written to the tenant's log, in the transaction that stores the answer. */
async function audit(
  { name, audit }: AgentTool,
  { input, answer, caller }: Done,
  ctx: Context,
  host: Pick<Host, "audit">,
) {
  if (!audit) return;
  const { resource: resourceType, action = "UPDATE" } = audit;
  const { resourceId, changes = null } = audit.note(input as never, answer as never);
  const { principal: email, viewer } = caller;
  const { applicationId } = viewer;
  await host.audit(ctx.db, {
    viewer: {
      customerId: ctx.viewer.customerId,
      userId: null,
      email,
      ...(applicationId !== undefined && { applicationId }),
    },
    requestId: ctx.requestId,
    at: ctx.now,
    operation: name,
    action,
    outcome: "succeeded",
    resourceType,
    resourceId,
    scope: auditScopeOf({ resourceType, resourceId }),
    changes,
  });
}

/** The same value, with the keys of every object in a fixed order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, inOrder(part)]));
}
