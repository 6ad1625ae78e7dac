import { z } from "zod";

const secret = (most: number) => z.string().min(1).max(most);
const tokenUrl = z.url({ protocol: /^https?$/ }).max(2048);

export const TokenAuth = z.object({ type: z.enum(["api_key", "apikey", "bearer"]), token: secret(16_384) });
export const BasicAuth = z.object({
  type: z.literal("basic"),
  username: secret(1024),
  password: z.string().max(1024),
});
export const JwtAuth = z.object({
  type: z.literal("jwt"),
  privateKey: secret(16_384),
  issuer: secret(2048),
  subject: secret(2048),
  keyId: secret(2048),
  scope: secret(2048),
  tokenEndpointUrl: tokenUrl,
  audienceUrl: tokenUrl,
  algorithm: z.enum(["ES256", "RS256"]).optional(),
  environment: z.string().max(255).optional(),
});

/** An agent's credential, in the form in which it is sent and, encrypted, stored. */
export const Auth = z.discriminatedUnion("type", [TokenAuth, BasicAuth, JwtAuth]);
export type Auth = z.output<typeof Auth>;
export type JwtAuth = z.output<typeof JwtAuth>;

/** Some clients send an empty object for no `auth`. */
export function isAuthLeftOut(sent: unknown): boolean {
  return sent === undefined || (typeof sent === "object" && sent !== null && Object.keys(sent).length === 0);
}

export type AuthenticationType = "API_KEY" | "NO_AUTH" | "JWT" | "OAUTH" | "BASIC_AUTH";

const TYPES: Readonly<Record<AuthenticationType, readonly Auth["type"][]>> = {
  API_KEY: ["api_key", "apikey", "bearer"],
  BASIC_AUTH: ["basic"],
  JWT: ["jwt"],
  OAUTH: [],
  NO_AUTH: [],
};

/** The kinds of `auth` that fit a way of authentication. */
export function authTypesOf(authenticationType: AuthenticationType): readonly Auth["type"][] {
  return TYPES[authenticationType];
}

/** The parts of an `auth` that must never be returned. */
export function secretsIn(auth: Auth | { readonly type: "consent" }): readonly string[] {
  switch (auth.type) {
    case "basic":
      return [auth.password];
    case "consent":
      return [];
    case "jwt":
      return [auth.privateKey];
    default:
      return [auth.token];
  }
}
