import type { $ZodType, input, output } from "zod/v4/core";
import type { Spooled } from "../blobs/index.ts";
import type { Share } from "../fairness/index.ts";
import type { CallContext, Context, Progress } from "./context.ts";
import type { CsvList } from "./csv/csv-list.ts";
import type { PublicError } from "./errors.ts";
import type { Noun } from "./inputs/noun.ts";
import type { Access, CustomerKind } from "./viewer.ts";

/** Each API is a mount: `/api/v2/buyer`, `/api/v2/storefront`, `/api/v2/operator`, and `/api/v2` for what both sides share. */
export type Api = "buyer" | "storefront" | "operator" | "platform";
type Method = "get" | "post" | "put" | "patch" | "delete";

/** One thing that a caller can do. REST, OpenAPI, the isolation matrix and the fuzz test are all derived from it. */
export interface Operation {
  /** As the published specification spells it. */
  readonly id: string;
  readonly api: Api | readonly Api[];
  readonly method: Method;
  /** Below the mount, `{param}` for a parameter. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  /** The operation is in no published contract, and OpenAPI marks it accordingly. */
  readonly ours?: true;
  /** The area to which it belongs, as a title: `Campaigns`. */
  readonly tag: string;
  readonly access: Access;
  /** The operation commits money, or decides for others: an application needs the scope `approve` for it, where `write` would otherwise suffice. */
  readonly decides?: true;
  /**
   * How far its transaction sees beyond the caller's own rows, if that is further than usual for this kind of caller. `market`: also what
   * sellers publish. `installation`: every tenant's rows, only for public operations, whose caller has no tenant.
   */
  readonly reach?: "market" | "installation";
  /** Whose keys may call it; by default those of the API's own side. */
  readonly sides?: readonly CustomerKind[];
  /** A write that is allowed before the terms are accepted. */
  readonly beforeTerms?: true;
  /** Only for the organisation's own people: an operator who acts for the organisation may not call it, nor anything that requires `manage`. */
  readonly personal?: true;
  readonly params?: $ZodType;
  readonly query?: $ZodType;
  readonly body?: $ZodType;
  /** The body may be omitted, and is then parsed as `{}`. */
  readonly bodyOptional?: true;
  /** The maximum size of its body, if that is more than the installation's default. */
  readonly bodyLimitBytes?: number;
  /** The body may be accompanied by files; it is then the part `metadata` of a form. */
  readonly files?: true;
  readonly answer: $ZodType;
  /**
   * The progress that its call reports with `tell`: callers that request events, or send a progressToken over MCP,
   * receive it before the answer.
   */
  readonly progress?: $ZodType<Progress>;
  /** The answer contains a secret, so it is encrypted when it is stored for retries under its idempotency key. */
  readonly secretAnswer?: true;
  /** The list is also available as a file, for REST callers that accept `text/csv`. */
  readonly csv?: CsvList<never> | undefined;
  readonly status?: 200 | 201 | 202 | 204;
  /** The status if the resource already existed, with the same body: see `Answered`. */
  readonly also?: 200;
  readonly paging?: "take/skip" | "limit/offset";
  /** Its figures are summed from many rows, so a replica may answer it, as with lists. */
  readonly report?: true;
  /** Rate limits in addition to those of every request. */
  readonly limit?: "sign_up" | "sign_in";
  /** It ends the session with which it is called, and the browser forgets the cookie. */
  readonly endsSession?: true;
  /** The operation is expensive, and organisations take turns. */
  readonly share?: Share;
  readonly errors?: ReadonlyArray<abstract new (...args: never[]) => PublicError>;
  /**
   * The noun behind every input that names a resource, by its dotted path (`params.id`, `body.advertiserId`,
   * `body.linkedAccounts.storefrontId`). Naming somebody else's resource must give the same answer as naming a missing one; the isolation
   * matrix is generated from this.
   */
  readonly refs?: Readonly<Record<string, Noun>>;
  /** The text of the audit entry; by default the method and the last id of the path. */
  readonly audit?: AuditNote;
  handle?(input: never, ctx: Context): Promise<unknown>;
  claim?(input: never, ctx: Context): Promise<unknown>;
  /** Reads, while the claim is made, what the call needs whatever is claimed. It is dropped where the claim fails. */
  prefetch?(input: never, ctx: CallContext): Promise<unknown> | undefined;
  call?(claimed: never, ctx: CallContext, prefetched: never): Promise<unknown>;
  settle?(claimed: never, called: never, ctx: Context): Promise<unknown>;
}

export interface AuditNote {
  readonly action?: "CREATE" | "UPDATE" | "DELETE" | "ARCHIVE" | "EXECUTE" | "ACTIVATE" | "DEACTIVATE" | "READ";
  readonly resource: string;
  /** The dotted path of the resource's id in the answer, for resources that the operation creates. */
  readonly idIn?: string;
  /**
   * The transaction of a three-step operation that makes the change; `settle` by default. If it is the claim, its result is stored with the
   * idempotency key, so that a retry continues from it; it must therefore be plain data.
   */
  readonly in?: "claim" | "settle";
}

/** An answer whose status the operation decides at run time. */
export class Answered {
  readonly status: number;
  readonly data: unknown;

  constructor(status: number, data: unknown) {
    this.status = status;
    this.data = data;
  }
}

/** A file that came with a request. The sender's content type is not included, because the type is determined from the bytes. */
export interface UploadedFile {
  /** The sender's name for the file, without folders. */
  readonly filename: string;
  /** Its digest tells a repeated request from a different one. The content is deleted once the request is answered. */
  readonly content: Pick<Spooled, "size" | "digest" | "read" | "open">;
}

interface Input<P, Q, B> {
  readonly params: output<P>;
  readonly query: output<Q>;
  readonly body: output<B>;
  /** Empty unless the operation accepts files and some were sent. */
  readonly files: readonly UploadedFile[];
}

type Fixed = "params" | "query" | "body" | "answer" | "csv" | "handle" | "claim" | "prefetch" | "call" | "settle";
type Described<P, Q, B, A> = Omit<Operation, Fixed> & {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer: A;
  readonly csv?: CsvList<Input<P, Q, B>> | undefined;
};

/** An operation that runs inside one transaction. */
type Inside<P, Q, B, A> = Described<P, Q, B, A> & {
  handle(input: Input<P, Q, B>, ctx: Context): Promise<input<A> | Answered>;
};

/** An operation with an external call: claim in a transaction, call outside any, settle in another. */
type InThreeSteps<P, Q, B, A, C, R, F> = Described<P, Q, B, A> & {
  claim(input: Input<P, Q, B>, ctx: Context): Promise<C>;
  prefetch?(input: Input<P, Q, B>, ctx: CallContext): Promise<F> | undefined;
  call(claimed: C, ctx: CallContext, prefetched: Promise<F> | undefined): Promise<R>;
  settle(claimed: C, called: R, ctx: Context): Promise<input<A> | Answered>;
};

// P, Q, B and A stay unconstrained: bounding them by ZodType doubles the cost of checking every declaration.
export function operation<P, Q, B, A, C = never, R = never, F = never>(
  declared: Inside<P, Q, B, A> | InThreeSteps<P, Q, B, A, C, R, F>,
): Operation {
  if (declared.reach === "installation" && declared.access !== "public")
    throw new Error(`${declared.id}: a caller with a tenant must not see any other`);
  return declared as unknown as Operation;
}

export function apisOf({ api }: Operation): readonly Api[] {
  return typeof api === "string" ? [api] : api;
}

/** The statuses of success, the usual one first. */
export function statusesOf({ status = 200, also }: Pick<Operation, "status" | "also">): readonly number[] {
  return also === undefined ? [status] : [status, also];
}

/** Whether a replica may answer it, with data that is slightly out of date. */
export function mayLag({ paging, report, reach }: Operation): boolean {
  return (paging !== undefined || report === true) && reach !== "installation";
}

/** Whether it changes anything. If so, it requires the terms, is audited, and can be repeated with an idempotency key. */
export function writes({ method }: Operation): boolean {
  return method !== "get";
}
