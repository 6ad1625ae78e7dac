import { z } from "zod";
import { Conflict, Forbidden, Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { listPlacesOfAgents } from "../marketplace/index.ts";
import { draftCredential, registerCredential, removeCredential, tryCredential } from "./register-credential.ts";
import {
  CredentialPath,
  CredentialView,
  RegisteredView,
  RegistrationBody,
  SourcePath,
  viewOf,
  viewWithSources,
} from "./schema.ts";
import { listCredentials } from "./store.ts";

export const listStorefrontCredentials = operation({
  id: "listStorefrontCredentials",
  api: "buyer",
  method: "get",
  path: "/storefronts/credentials",
  summary: "List your credentials, with the sources that each opens",
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
    "Send no body to learn which kinds of credential the source takes. The agent is shown the credential, and one it " +
    "refuses is not kept. One credential opens every source that the same agent stands behind.",
  tag: "Credentials",
  access: "write",
  params: SourcePath,
  body: RegistrationBody,
  bodyOptional: true,
  answer: RegisteredView,
  status: 201,
  errors: [Conflict, Forbidden, Invalid, NotFound],
  refs: { "params.storefrontId": "storefront", "params.sourceId": "source" },
  audit: { resource: "CREDENTIAL", idIn: "id" },
  claim: ({ params, body }, ctx) => draftCredential(ctx, params, body),
  call: (draft, ctx) => tryCredential(draft, ctx),
  settle: async (draft, _, ctx) => viewOf(await registerCredential(ctx, draft)),
});

/** Not in the published contract, which has no way to take a credential back. */
export const deleteStorefrontCredential = operation({
  id: "deleteStorefrontCredential",
  api: "buyer",
  method: "delete",
  path: "/storefronts/credentials/{credentialId}",
  summary: "Delete a credential",
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
