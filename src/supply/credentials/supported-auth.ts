import { z } from "zod";
import { Invalid, type Issue } from "../../ground/kernel/errors.ts";
import {
  Auth,
  type AuthenticationType,
  authTypesOf,
  complaintAboutKey,
  isAuthLeftOut,
  type Source,
} from "../sources/index.ts";

type SupportedAuthType = "api_key" | "jwt" | "oauth" | "basic";

const NAMES: Readonly<Record<AuthenticationType, SupportedAuthType>> = {
  API_KEY: "api_key",
  JWT: "jwt",
  OAUTH: "oauth",
  BASIC_AUTH: "basic",
  // An agent that is open to everybody but distinguishes operators recognises them by a key.
  NO_AUTH: "api_key",
};

const FORMS: Readonly<Record<SupportedAuthType, string>> = {
  api_key: 'auth: { type: "api_key", token }',
  jwt: 'auth: { type: "jwt", privateKey, issuer, subject, keyId, scope, tokenEndpointUrl, audienceUrl }',
  basic: 'auth: { type: "basic", username, password }',
  oauth: "no auth: the answer says where to consent",
};

/** A registration as a buyer sends it: whether it is complete and of the right kind depends on the source. */
export interface SentRegistration {
  readonly accountIdentifier?: string | undefined;
  readonly auth?: unknown;
}

export interface Registration {
  readonly accountIdentifier: string;
  /** Undefined if the source uses OAuth. */
  readonly auth: Auth | undefined;
}

/**
 * The buyer's credential, if the source accepts its kind. Otherwise the error lists what it accepts; clients send an
 * empty body to get that list (buyer contract j.6).
 */
export function registrationFor(source: Source, { accountIdentifier, auth: sent }: SentRegistration): Registration {
  const missing = { path: "accountIdentifier", message: "your name for the account is missing" };
  const { auth, issue } = readAuth(source, sent);
  if (accountIdentifier === undefined) throw unsupported(source, [missing, ...(issue ? [issue] : [])]);
  if (issue) throw unsupported(source, [issue]);
  return { accountIdentifier, auth };
}

/** A new `auth` for the source; throws as `registrationFor` does. */
export function authFor(source: Source, sent: unknown): Auth {
  const { auth, issue } = readAuth(source, sent);
  if (!auth) throw unsupported(source, [issue ?? { path: "auth", message: "it is missing" }]);
  return auth;
}

function readAuth(
  { authenticationType }: Source,
  sent: unknown,
): { readonly auth?: Auth | undefined; readonly issue?: Issue | undefined } {
  if (isAuthLeftOut(sent) && authenticationType === "OAUTH") return {};
  if (isAuthLeftOut(sent)) return { issue: { path: "auth", message: "it is missing" } };
  const { data: auth, error } = Auth.safeParse(sent);
  const types = authTypesOf(!authenticationType || authenticationType === "NO_AUTH" ? "API_KEY" : authenticationType);
  const kind = z.looseObject({ type: z.string().max(64) }).safeParse(sent).data?.type;
  if (!types.some((type) => type === kind))
    return { issue: { path: "auth", message: "not what this source is opened with" } };
  const [flaw] = error?.issues ?? [];
  if (!auth)
    return { issue: { path: ["auth", ...(flaw?.path ?? [])].join("."), message: flaw?.message ?? "not readable" } };
  const complaint = auth.type === "jwt" ? complaintAboutKey(auth) : undefined;
  return complaint ? { issue: { path: "auth.privateKey", message: complaint } } : { auth };
}

function unsupported({ sourceId, authenticationType }: Source, issues: readonly Issue[]): Invalid {
  const name = NAMES[authenticationType ?? "NO_AUTH"];
  const faults = issues.map(({ path, message }) => `${path}: ${message}`).join("; ");
  const message = `${faults}. Source ${sourceId} takes credentials of the type ${name}: send accountIdentifier and ${FORMS[name]}`;
  return new Invalid(message, { field: issues[0]?.path, details: { supportedAuthTypes: [name], issues } });
}
