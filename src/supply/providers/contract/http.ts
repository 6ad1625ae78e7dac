/** Values that only the host knows. An adapter names them, and never sees them. */
export type SecretName =
  | "access_token"
  | "refresh_token"
  | "client_id"
  | "client_secret"
  | "code"
  | "code_verifier"
  | "redirect_uri"
  /** HMAC-SHA256 of the access token under the client's secret, in hex (Meta). */
  | "access_token_proof"
  /** The client's id and secret as one token, by which an application speaks for itself (Meta). */
  | "application_token";

/** A text, or a place that the host fills. */
export type Slot = string | { readonly secret: SecretName };

export type Pairs = readonly (readonly [name: string, value: Slot])[];

/** How a request shows who sends it. */
type AuthSlot =
  | { readonly kind: "none" }
  /** `Authorization: Bearer` with the access token. */
  | { readonly kind: "bearer" }
  /** `Authorization: Basic` with the client's id and secret. */
  | { readonly kind: "client_basic" }
  /** The access token in a header of the provider's own. */
  | { readonly kind: "header"; readonly name: string };

type Part =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly file: string; readonly filename: string; readonly contentType: string };

export type Body =
  | { readonly kind: "none" }
  /** Written by the adapter, since numbers may be larger than JavaScript's are exact: see `jsonText`. */
  | { readonly kind: "json"; readonly text: string; readonly contentType?: string }
  /** JSON in pieces, with files between them in base64, each named by where its bytes are fetched (Google). */
  | { readonly kind: "json_files"; readonly pieces: readonly (string | { readonly file: string })[] }
  /** As JSON whose values the host fills (TikTok's token call). */
  | { readonly kind: "json_slots"; readonly fields: Pairs }
  | { readonly kind: "form"; readonly fields: Pairs }
  /** The file is named by where its bytes are fetched: an asset of the buyer's. */
  | { readonly kind: "multipart"; readonly parts: readonly Part[] }
  /** Only the bytes of an asset. */
  | { readonly kind: "file"; readonly file: string; readonly contentType: string };

export interface ProviderRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** A key of the adapter's list of hosts: no address leaves that list. */
  readonly host: string;
  readonly path: string;
  readonly query?: Pairs;
  readonly headers?: Pairs;
  readonly body?: Body;
  readonly auth: AuthSlot;
  /** Which limit it counts against, and for how much: 1 unless said. */
  readonly bucket: string;
  readonly cost?: number;
  /** A `read` may be repeated at will; a `write` changes something; a `spend` may start delivery. */
  readonly effect: "read" | "write" | "spend";
  /** What is sent and answered must not be shown in any record: tokens. */
  readonly sensitive?: true;
  /** It answers with a file that is too large, or packed: its bytes come unpacked as text (`gzip`). */
  readonly unpack?: "gzip";
}

export interface ProviderReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Raw: JSON is read without losing digits. */
  readonly text: string;
}
