/** The `error` of an answer's envelope. */
export interface ApiErrorBody {
  readonly code: string;
  readonly message: string;
  /** Dotted path of the first input that is wrong. */
  readonly field?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** One invalid input, as `VALIDATION_ERROR` lists them. */
interface Issue {
  readonly field: string;
  readonly message: string;
}

/** The server answered, and refused. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;
  /** Identifies the request to the operator of the installation. */
  readonly requestId: string | undefined;

  constructor(status: number, { code, message, field, details = {} }: ApiErrorBody, requestId?: string) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.field = field;
    this.details = details;
    this.requestId = requestId;
  }

  /** Every input that is wrong, by its dotted path. */
  get issues(): readonly Issue[] {
    const { issues } = this.details;
    if (Array.isArray(issues)) return issues.flatMap(issueIn);
    return this.field === undefined ? [] : [{ field: this.field, message: this.message }];
  }
}

/**
 * No answer: the network or the server is down. The effect of a write is unknown; it can be sent again with its key.
 */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("the server cannot be reached", { cause });
    this.name = "Unreachable";
  }
}

function issueIn(value: unknown): Issue[] {
  const { field, path, message } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const name = typeof field === "string" ? field : Array.isArray(path) ? path.join(".") : path;
  return typeof name === "string" && typeof message === "string" ? [{ field: name, message }] : [];
}

/** The content of a refusal, however much of an envelope it has: a proxy may have answered. */
export async function apiErrorOf(response: Response): Promise<ApiError> {
  const requestId = response.headers.get("x-request-id") ?? undefined;
  const said: unknown = await response.json().catch(() => undefined);
  const error = (said as { error?: Partial<ApiErrorBody> } | undefined)?.error;
  const { code = `HTTP_${response.status}`, message = response.statusText || "refused" } = error ?? {};
  return new ApiError(response.status, { ...error, code, message }, requestId);
}
