import { createHash } from "node:crypto";
import type { IssuedAuth } from "../../connection.ts";

/** How we authenticate at a seller. */
export type Credential =
  | { readonly type: "none" }
  | { readonly type: "bearer"; readonly token: string }
  | { readonly type: "api_key"; readonly token: string; readonly header?: string }
  | { readonly type: "basic"; readonly username: string; readonly password: string };

export async function presented(credential: Credential | IssuedAuth): Promise<Credential> {
  return credential.type === "issued" ? { type: "bearer", token: await credential.issue() } : credential;
}

/**
 * The headers that carry a credential. An API key is sent under every name that sellers use: as the bearer token of AdCP 3, as the
 * `x-adcp-auth` of older agents, and in any header that the seller named.
 */
export function headersOf(credential: Credential): Readonly<Record<string, string>> {
  switch (credential.type) {
    case "none":
      return {};
    case "bearer":
      return { authorization: `Bearer ${credential.token}` };
    case "api_key": {
      const { token, header } = credential;
      return {
        authorization: `Bearer ${token}`,
        "x-adcp-auth": token,
        ...(header && { [header.toLowerCase()]: token }),
      };
    }
    case "basic":
      return {
        authorization: `Basic ${Buffer.from(`${credential.username}:${credential.password}`).toString("base64")}`,
      };
  }
}

/** Distinguishes credentials without storing them. */
export function fingerprintOf(credential: Credential): string {
  return createHash("sha256")
    .update(JSON.stringify(headersOf(credential)))
    .digest("base64url");
}
