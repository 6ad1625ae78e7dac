/** Values that only the host knows. An adapter refers to them by name, and never sees them. */
export type SecretName =
  | "access_token"
  | "refresh_token"
  | "client_id"
  | "client_secret"
  | "code"
  | "code_verifier"
  | "redirect_uri"
  /** HMAC-SHA256 of the access token with the client secret, in hex (Meta). */
  | "access_token_proof"
  /** The client's id and secret as one token, with which an application authenticates itself (Meta). */
  | "application_token";

/** A text, or a placeholder that the host fills. */
export type Slot = string | { readonly secret: SecretName };

export type Pairs = readonly (readonly [name: string, value: Slot])[];

/** How a request is authenticated. */
type AuthSlot =
  | { readonly kind: "none" }
  /** `Authorization: Bearer` with the access token. */
  | { readonly kind: "bearer" }
  /** `Authorization: Basic` with the client's id and secret. */
  | { readonly kind: "client_basic" }
  /** The access token in the provider's own header. */
  | { readonly kind: "header"; readonly name: string };

type Part =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly file: string; readonly filename: string; readonly contentType: string };

export type Body =
  | { readonly kind: "none" }
  /** Serialised by the adapter, because numbers may be larger than JavaScript can represent exactly: see `jsonText`. */
  | { readonly kind: "json"; readonly text: string; readonly contentType?: string }
  /** JSON in pieces with base64 files between them, each given by the URL of its bytes (Google). */
  | { readonly kind: "json_files"; readonly pieces: readonly (string | { readonly file: string })[] }
  /** JSON with values that the host fills (TikTok's token call). */
  | { readonly kind: "json_slots"; readonly fields: Pairs }
  | { readonly kind: "form"; readonly fields: Pairs }
  /** The file, one of the buyer's assets, is given by the URL of its bytes. */
  | { readonly kind: "multipart"; readonly parts: readonly Part[] }
  /** The bytes of an asset, and nothing else. */
  | { readonly kind: "file"; readonly file: string; readonly contentType: string };

export interface ProviderRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** A key of the adapter's list of hosts: no request goes to a host outside that list. */
  readonly host: string;
  readonly path: string;
  readonly query?: Pairs;
  readonly headers?: Pairs;
  readonly body?: Body;
  readonly auth: AuthSlot;
  /** The limit against which it counts, and how much; by default 1. */
  readonly bucket: string;
  readonly cost?: number;
  /** A `read` may be repeated at any time; a `write` changes something; a `spend` may start delivery. */
  readonly effect: "read" | "write" | "spend";
  /** The request and the reply contain tokens, and must not be recorded anywhere. */
  readonly sensitive?: true;
  /** The reply is a compressed file (`gzip`), possibly a large one; its unpacked bytes are returned as text. */
  readonly unpack?: "gzip";
}

export interface ProviderReply {
  readonly status: number;
  /** With lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The raw text, because JSON is read without losing digits. */
  readonly text: string;
}
