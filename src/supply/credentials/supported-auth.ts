import { Invalid, type Issue } from "../../ground/kernel/errors.ts";
import { Auth, type AuthenticationType, authTypesOf, type Source } from "../sources/index.ts";
import type { RegistrationBody } from "./schema.ts";

type SupportedAuthType = "api_key" | "jwt" | "oauth" | "basic";

const NAMES: Readonly<Record<AuthenticationType, SupportedAuthType>> = {
  API_KEY: "api_key",
  JWT: "jwt",
  OAUTH: "oauth",
  BASIC_AUTH: "basic",
  // An agent open to all that still deals with each operator by itself knows it by a key.
  NO_AUTH: "api_key",
};

const FORMS: Readonly<Record<SupportedAuthType, string>> = {
  api_key: 'auth: { type: "api_key", token }',
  jwt: 'auth: { type: "jwt", privateKey, issuer, subject, keyId, scope, tokenEndpointUrl, audienceUrl }',
  basic: 'auth: { type: "basic", username, password }',
  oauth: "no auth here: this source is authorised by OAuth",
};

export interface Registration {
  readonly accountIdentifier: string;
  readonly auth: Auth;
}

/**
 * What the buyer registers, if it is what the source takes. Too little, or another kind, is answered with what it would
 * take: an empty body is how clients ask for that (buyer contract j.6).
 */
export function registrationFor(source: Source, body: RegistrationBody): Registration {
  const authenticationType = source.authenticationType ?? "NO_AUTH";
  const name = NAMES[authenticationType];
  const { data: auth } = Auth.safeParse(body.auth);
  const types = authTypesOf(authenticationType === "NO_AUTH" ? "API_KEY" : authenticationType);
  const issues: Issue[] = [];
  if (body.accountIdentifier === undefined)
    issues.push({ path: "accountIdentifier", message: "your name for the account is missing" });
  if (!auth || !types.includes(auth.type))
    issues.push({ path: "auth", message: body.auth ? "not what this source is opened with" : "it is missing" });
  if (body.accountIdentifier === undefined || !auth || issues.length > 0) throw unsupported(source, name, issues);
  return { accountIdentifier: body.accountIdentifier, auth };
}

function unsupported({ sourceId }: Source, name: SupportedAuthType, issues: readonly Issue[]): Invalid {
  const message = `source ${sourceId} takes credentials of the type ${name}: send accountIdentifier and ${FORMS[name]}`;
  return new Invalid(message, { field: issues[0]?.path, details: { supportedAuthTypes: [name], issues } });
}
