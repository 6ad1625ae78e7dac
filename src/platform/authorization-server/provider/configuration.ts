import { type Configuration, errors, interactionPolicy, type JWK, type KoaContextWithOIDC } from "oidc-provider";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import { findMemberOfAnyCustomer } from "../../customers/index.ts";
import { APPLICATION_CLAIM } from "../access-token.ts";
import { signedInAs } from "../account-id.ts";
import { findApplicationIdOfAnyCustomer } from "../applications/store.ts";
import { DEVICE_CODE_MS, deviceFlowOf } from "../device/device-flow.ts";
import type { DevicePages } from "../device/device-pages.ts";
import { adapterOn } from "../records/adapter.ts";
import { ALL_SCOPES, DEFAULT_RESOURCE, pathOf, scopesAt } from "../resources.ts";
import { INTERACTION_PATH, ROUTES } from "../routes.ts";
import { SIGNATURE, type SigningKeys } from "../signing-keys/signing-keys.ts";
import { fetchClientDocument } from "./fetch-client-document.ts";

type ProviderContext = Pick<Host, "database" | "clock" | "vault" | "outbound" | "installation">;

const seconds = (ms: number) => ms / SECOND_MS;
const ACCESS_TOKEN_MS = 15 * MINUTE_MS;
const GRANT_MS = 30 * DAY_MS;

const LIFETIMES = {
  AccessToken: seconds(ACCESS_TOKEN_MS),
  AuthorizationCode: 60,
  DeviceCode: seconds(DEVICE_CODE_MS),
  RefreshToken: seconds(GRANT_MS),
  Grant: seconds(GRANT_MS),
  Interaction: seconds(HOUR_MS),
  Session: seconds(HOUR_MS),
  IdToken: seconds(ACCESS_TOKEN_MS),
};

export function configurationOf(
  surroundings: ProviderContext,
  { jwks }: SigningKeys,
  pages: DevicePages,
): Configuration {
  const { installation, vault } = surroundings;
  const { publicUrl } = installation;
  const cookie = { httpOnly: true, sameSite: "lax", signed: true, secure: publicUrl.startsWith("https:") } as const;
  return {
    adapter: adapterOn(surroundings),
    jwks: { keys: [...jwks] as JWK[] },
    routes: ROUTES,
    scopes: ["offline_access", ...ALL_SCOPES],
    claims: {},
    clientAuthMethods: ["none", "client_secret_basic", "client_secret_post", "private_key_jwt"],
    responseTypes: ["code"],
    clientDefaults: {
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      id_token_signed_response_alg: SIGNATURE,
      token_endpoint_auth_method: "none",
    },
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: (_, client) => client.grantTypeAllowed("refresh_token"),
    expiresWithSession: () => false,
    ttl: LIFETIMES,
    cookies: {
      keys: [Buffer.from(vault.pepper("authorization-cookies")).toString("base64url")],
      names: {
        interaction: "interchange_interaction",
        resume: "interchange_resume",
        session: "interchange_authorization",
      },
      long: cookie,
      short: cookie,
    },
    interactions: { url: (_, { uid }) => `${INTERACTION_PATH}/${uid}`, policy: askingEachTime() },
    findAccount: (_, accountId, token) =>
      findAccount(surroundings, accountId, token && "grantId" in token ? token.grantId : undefined),
    fetch: fetchClientDocument(surroundings.outbound),
    extraTokenClaims: (_, token) => claimsOf(surroundings, "grantId" in token ? token.grantId : undefined),
    features: featuresOf(publicUrl, pages),
    renderError,
  };
}

function featuresOf(publicUrl: string, pages: DevicePages): NonNullable<Configuration["features"]> {
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    registration: { enabled: true },
    deviceFlow: deviceFlowOf(pages),
    revocation: { enabled: true, allowedPolicy: () => true },
    clientIdMetadataDocument: { enabled: true, ack: "draft-02" },
    resourceIndicators: resourceIndicatorsOf(publicUrl),
  };
}

/** Earlier consent is never reused: the person sees every requester each time. */
function askingEachTime() {
  const policy = interactionPolicy.base();
  policy
    .get("login")
    ?.checks.add(
      new interactionPolicy.Check("each_time", "a person decides each time", ({ oidc }) =>
        oidc.result?.login ? interactionPolicy.Check.NO_NEED_TO_PROMPT : interactionPolicy.Check.REQUEST_PROMPT,
      ),
    );
  return policy;
}

/** Resource indicators (RFC 8707): each resource is an audience of its own, so that a token for one is not valid at another. */
function resourceIndicatorsOf(publicUrl: string): NonNullable<Configuration["features"]>["resourceIndicators"] {
  return {
    enabled: true,
    useGrantedResource: () => true,
    defaultResource: (_ctx, _client, oneOf) => oneOf?.[0] ?? publicUrl + DEFAULT_RESOURCE,
    getResourceServerInfo(_, resource) {
      const scopes = scopesAt(pathOf(resource, publicUrl) ?? "");
      if (!scopes) throw new errors.InvalidTarget(`${resource} is no resource of this installation`);
      return {
        scope: scopes.join(" "),
        audience: resource,
        accessTokenFormat: "jwt",
        accessTokenTTL: seconds(ACCESS_TOKEN_MS),
        jwt: { sign: { alg: SIGNATURE } },
      };
    },
  };
}

/** Undefined unless the person is still a member and the grant, if one is used, has not ended. */
async function findAccount(
  { database, installation }: ProviderContext,
  accountId: string,
  grantId: string | undefined,
) {
  const member = signedInAs(accountId);
  if (!member) return undefined;
  const stands = await database.readInstallation(async (db) => {
    const isMember = await findMemberOfAnyCustomer(db, member, installation.termsVersion);
    return isMember && (grantId === undefined || (await findApplicationIdOfAnyCustomer(db, grantId)) !== undefined);
  });
  return stands ? { accountId, claims: () => ({ sub: accountId }) } : undefined;
}

/** A token names the entry of its grant among the connected applications, so that actions with it are attributed to that application. */
async function claimsOf({ database }: ProviderContext, grantId: string | undefined) {
  const applicationId =
    grantId === undefined
      ? undefined
      : await database.readInstallation((db) => findApplicationIdOfAnyCustomer(db, grantId));
  return applicationId === undefined ? undefined : { [APPLICATION_CLAIM]: applicationId };
}

/** Shows errors that cannot be returned to the client because its address is unknown: in plain words, and without quoting the request. */
function renderError(
  ctx: KoaContextWithOIDC,
  { error, error_description: why }: { error: string; error_description?: string | undefined },
): void {
  ctx.type = "text/plain; charset=utf-8";
  ctx.body = `This authorization request cannot be answered: ${why ?? error} (${error}).\nGo back to the application that sent you here, and connect it again.\n`;
}
