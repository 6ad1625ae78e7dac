/** JSON-RPC 2.0. */
export type MessageId = string | number;

/** From JSON-RPC 2.0, and from MCP's additions to it. */
export const PARSE_ERROR = -32700;
export const INVALID_REQUEST = -32600;
export const METHOD_NOT_FOUND = -32601;
export const INVALID_PARAMS = -32602;
/** MCP before 2026-07-28, Resources. */
export const RESOURCE_NOT_FOUND = -32002;
/** MCP 2026-07-28, Error Codes. */
export const HEADER_MISMATCH = -32020;
export const UNSUPPORTED_VERSION = -32022;

interface Explanation {
  /** The status of the HTTP response; 200 by default. */
  readonly status?: number;
  readonly id?: MessageId;
  readonly data?: unknown;
}

/** An error in a message itself. Errors that occur in a tool are not faults but results of the tool. */
export class ProtocolFault extends Error {
  readonly code: number;
  readonly status: number;
  readonly id: MessageId | undefined;
  readonly data: unknown;

  constructor(code: number, message: string, { status = 200, id, data }: Explanation = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.id = id;
    this.data = data;
  }
}
