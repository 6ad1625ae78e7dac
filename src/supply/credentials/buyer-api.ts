import { z } from "zod";
import {
  BadRequest,
  Conflict,
  Forbidden,
  Invalid,
  InvalidState,
  NotFound,
  Unavailable,
} from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { listPlacesOfAgents } from "../marketplace/index.ts";
import { changeCredential, draftChange, removeCredential } from "./change-credential.ts";
import { draftCredential, registerCredential, tryCredential } from "./register-credential.ts";
import {
  CredentialPath,
  CredentialView,
  RegisteredView,
  RegistrationBody,
  RotationBody,
  registeredViewOf,
  SourcePath,
  viewWithSources,
} from "./schema.ts";
import { listCredentials } from "./store.ts";

export const listStorefrontCredentials = operation({
  id: "listStorefrontCredentials",
  api: "buyer",
  method: "get",
  path: "/storefronts/credentials",
  summary: "List your credentials with the sources that they open",
  tag: "Credentials",
  access: "read",
  answer: z.array(CredentialView),
  async handle(_, { db, viewer }) {
    const credentials = await listCredentials(db, viewer.customerId);
    const agentIds = credentials.map(({ agentId }) => agentId);
    const places = await listPlacesOfAgents(db, viewer, agentIds);
    return credentials.map((credential) => viewWithSources(credential, places));
  },
});

export const registerSourceCredentials = operation({
  id: "registerSourceCredentials",
  api: "buyer",
  method: "post",
  path: "/storefronts/{storefrontId}/sources/{sourceId}/credentials",
  summary: "Register your credential at a source",
  description:
    "Send no body to learn which kinds of credential the source accepts. The credential is tried at the agent, and one that it " +
    "refuses is not stored. One credential works for every source behind the same agent. For a source that uses " +
    "OAuth, send only accountIdentifier: the credential is PENDING until you have consented at oauth.authorizationUrl.",
  tag: "Credentials",
  access: "write",
  params: SourcePath,
  body: RegistrationBody,
  bodyOptional: true,
  answer: RegisteredView,
  secretAnswer: true,
  status: 201,
  errors: [BadRequest, Conflict, Forbidden, Invalid, NotFound, Unavailable],
  refs: { "params.storefrontId": "storefront", "params.sourceId": "source" },
  audit: { resource: "CREDENTIAL", idIn: "id" },
  claim: ({ params, body }, ctx) => draftCredential(ctx, params, body),
  call: (draft, ctx) => tryCredential(draft, ctx),
  settle: async (draft, arranged, ctx) => registeredViewOf(await registerCredential(ctx, draft, arranged)),
});

/**
 * Not in the published contract, which says that an account can be renamed but not how, and has no way to change a
 * credential.
 */
export const rotateStorefrontCredential = operation({
  id: "rotateStorefrontCredential",
  api: "buyer",
  method: "put",
  path: "/storefronts/credentials/{credentialId}",
  summary: "Rotate a credential, or rename its account",
  description:
    "The new secret is tried at the agent; if the agent refuses it, the old one stays. The account keeps its name, its links " +
    "and whatever was bought with it. accountIdentifier renames the account, which is useful for an account that was connected by " +
    "OAuth without a name; whatever was bought or linked under the old name continues.",
  tag: "Credentials",
  access: "write",
  params: CredentialPath,
  body: RotationBody,
  bodyOptional: true,
  answer: CredentialView,
  errors: [Conflict, Invalid, InvalidState, NotFound],
  refs: { "params.credentialId": "credential" },
  audit: { resource: "CREDENTIAL" },
  claim: ({ params, body }, ctx) => draftChange(ctx, params.credentialId, body),
  async call(change, ctx) {
    if (change.kind === "rotate") await tryCredential(change, ctx);
  },
  async settle(change, _, ctx) {
    const credential = await changeCredential(ctx, change);
    return viewWithSources(credential, await listPlacesOfAgents(ctx.db, ctx.viewer, [credential.agentId]));
  },
});

/** Not in the published contract, which has no way to withdraw a credential. */
export const deleteStorefrontCredential = operation({
  id: "deleteStorefrontCredential",
  api: "buyer",
  method: "delete",
  path: "/storefronts/credentials/{credentialId}",
  summary: "Delete a credential",
  description:
    "Accounts that were linked with it become unreachable and are marked so; nothing is bought under them until " +
    "they are linked again with another one. Media buys running under it can no longer be changed or read. To " +
    "change a secret, rotate it instead.",
  tag: "Credentials",
  access: "write",
  params: CredentialPath,
  answer: z.null(),
  status: 204,
  errors: [NotFound],
  refs: { "params.credentialId": "credential" },
  audit: { resource: "CREDENTIAL" },
  async handle({ params }, ctx) {
    await removeCredential(ctx, params.credentialId);
    return null;
  },
});
