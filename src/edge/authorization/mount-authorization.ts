import type { FastifyInstance, FastifyRequest } from "fastify";
import { Invalid } from "../../ground/kernel/errors.ts";
import type { Host } from "../../ground/kernel/host.ts";
import { CODE_PARAMETER } from "../../platform/authorization-server/device/index.ts";
import {
  type AuthorizationServer,
  adjustClientMetadata,
  completeQuery,
  KNOWN_SCOPES,
  ROUTES,
  unprotectedRedirectIn,
} from "../../platform/authorization-server/index.ts";
import { readJson } from "../http/app.ts";
import type { RateLimits } from "../http/rate-limits.ts";
import { refuseForeignForm } from "../web/refuse-foreign-form.ts";
import { handOver } from "./hand-over.ts";

export interface Authorization {
  readonly host: Host;
  readonly limits: RateLimits;
  readonly authorizationServer: AuthorizationServer;
}

/** Where clients look up the server's capabilities (RFC 8414; OpenID Connect Discovery for clients that support nothing else). */
const METADATA = ["/.well-known/oauth-authorization-server", "/.well-known/openid-configuration"];
/** No registration is larger than this. */
const LARGEST_BYTES = 16_384;

/** The authorization server's endpoints for programs; its pages for people are in `edge/web/authorization`. */
export function mountAuthorization(app: FastifyInstance, authorization: Authorization): void {
  const { host, limits, authorizationServer } = authorization;
  const { publicUrl } = host.installation;
  void app.register(async (door) => {
    // The authorization server reads its bodies itself, with one exception.
    door.removeAllContentTypeParsers();
    door.addContentTypeParser("*", (_request, _payload, done) => done(null));
    const note = (request: FastifyRequest, operation: string) => void (request.noted = { operation });

    for (const path of METADATA)
      door.get(path, async (request, reply) => {
        note(request, "authorizationServerMetadata");
        return handOver(request, reply, authorizationServer, { publicUrl });
      });

    for (const path of [ROUTES.authorization, `${ROUTES.authorization}/:uid`])
      door.get(path, async (request, reply) => {
        note(request, "authorize");
        await limits.countAddress(request.ip, "general", reply);
        const [at = "", query] = request.url.split("?", 2);
        const url = query === undefined ? at : `${at}?${completeQuery(query, publicUrl)}`;
        return handOver(request, reply, authorizationServer, { publicUrl, url });
      });

    mountVerification(door, authorization);

    for (const path of [ROUTES.token, ROUTES.revocation, ROUTES.jwks])
      door.route({
        method: ["GET", "POST", "OPTIONS"],
        url: path,
        handler: async (request, reply) => {
          note(request, "token");
          await limits.countAddress(request.ip, "general", reply);
          return handOver(request, reply, authorizationServer, { publicUrl });
        },
      });
  });
  mountRegistration(app, authorization);
  mountDevices(app, authorization);
}

/** Where a device without a browser starts (RFC 8628). It may omit whatever any other client may omit. */
function mountDevices(app: FastifyInstance, { host, limits, authorizationServer }: Authorization): void {
  const { publicUrl } = host.installation;
  void app.register(async (door) => {
    door.removeAllContentTypeParsers();
    door.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: LARGEST_BYTES },
      async (_: unknown, text: string | Buffer) => String(text),
    );
    door.post(ROUTES.device_authorization, async (request, reply) => {
      request.noted = { operation: "authorizeDevice" };
      await limits.countAddress(request.ip, "sign_up", reply);
      const { body } = request;
      const form = completeQuery(typeof body === "string" ? body : "", publicUrl);
      return handOver(request, reply, authorizationServer, { publicUrl, body: form });
    });
  });
}

/** Where a person connects a device. */
function mountVerification(door: FastifyInstance, { host, limits, authorizationServer }: Authorization): void {
  const { publicUrl } = host.installation;
  door.get(`${ROUTES.code_verification}/:uid`, async (request, reply) => {
    request.noted = { operation: "verifyDevice" };
    return handOver(request, reply, authorizationServer, { publicUrl });
  });
  door.get(ROUTES.code_verification, async (request, reply) => {
    request.noted = { operation: "verifyDevice" };
    await limits.countAddress(request.ip, "general", reply);
    // The code in the URL is only shown; the person has to submit it.
    const url = request.url.replace(/([?&])user_code=/, `$1${CODE_PARAMETER}=`);
    return handOver(request, reply, authorizationServer, { publicUrl, url });
  });
  door.post(ROUTES.code_verification, async (request, reply) => {
    request.noted = { operation: "verifyDevice" };
    // Attempts to guess a code are limited like those for all other credentials.
    await refuseForeignForm(request);
    await limits.countAddress(request.ip, "sign_in", reply);
    return handOver(request, reply, authorizationServer, { publicUrl });
  });
}

/** A client's registration is parsed here first, because clients are often written from the documentation of other servers. */
function mountRegistration(app: FastifyInstance, { host, limits, authorizationServer }: Authorization): void {
  const { publicUrl } = host.installation;
  void app.register(async (door) => {
    door.removeAllContentTypeParsers();
    door.addContentTypeParser(
      "application/json",
      { parseAs: "string", bodyLimit: LARGEST_BYTES },
      async (_: unknown, text: string | Buffer) => readJson(String(text)),
    );
    door.post(ROUTES.registration, async (request, reply) => {
      request.noted = { operation: "registerClient" };
      await limits.countAddress(request.ip, "sign_up", reply);
      const { body } = request;
      if (typeof body !== "object" || body === null || Array.isArray(body))
        throw new Invalid("the body must be a JSON object that describes a client (RFC 7591)", { field: "body" });
      const metadata = body as Record<string, unknown>;
      const unprotected = unprotectedRedirectIn(metadata);
      if (unprotected !== undefined) return reply.code(400).send(refusalOf(unprotected));
      const adjusted = JSON.stringify(adjustClientMetadata(metadata, KNOWN_SCOPES));
      return handOver(request, reply, authorizationServer, { publicUrl, body: adjusted });
    });
  });
}

/** In the terms of RFC 7591, 3.2.2. */
function refusalOf(redirectUri: string) {
  return {
    error: "invalid_redirect_uri",
    error_description: `${redirectUri} is neither https nor on the person's own machine`,
  };
}
