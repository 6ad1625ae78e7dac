import { z } from "zod";
import { AccessDenied, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import type { Viewer } from "../../../ground/kernel/viewer.ts";
import { listPasskeys as list, removePasskeyById, renamePasskeyById, savePasskey } from "./of-person.ts";
import { PasskeyInvalid } from "./passkey.ts";
import { type Registrant, readRegistration, registrationOptions } from "./register.ts";
import { NewPasskeyBody, PasskeyName, PasskeyOptions, PasskeyPath, PasskeyView, viewOf } from "./schema.ts";

const shared = { api: "platform", tag: "Sign-in", ours: true, personal: true } as const;
const named = { params: PasskeyPath, errors: [NotFound], refs: { "params.passkeyId": "passkey" } } as const;

/** Every key and every session belongs to a person. */
function personOf({ customerId, userId }: Viewer) {
  return { customerId, userId: userId ?? 0 };
}

/**
 * Only a person in a browser may register a passkey: a key or an application could otherwise create access that outlives it. Throws
 * `AccessDenied`.
 */
function registrantOf(viewer: Viewer): Registrant & { readonly customerId: number } {
  const { sessionId, email } = viewer;
  if (sessionId === undefined || email === null)
    throw new AccessDenied("a passkey is created in a browser that is signed in: use the settings of the console");
  return { ...personOf(viewer), sessionId, email };
}

export const listPasskeys = operation({
  ...shared,
  id: "listPasskeys",
  method: "get",
  path: "/passkeys",
  summary: "List your passkeys",
  access: "read",
  answer: z.object({ passkeys: z.array(PasskeyView) }),
  claim: async (_, { viewer }) => personOf(viewer),
  call: (person, { perform }) => perform(list, person),
  settle: async (_, passkeys = []) => ({ passkeys: passkeys.map(viewOf) }),
});

export const beginPasskey = operation({
  ...shared,
  id: "beginPasskey",
  method: "post",
  path: "/passkeys/options",
  summary: "Get what a browser needs to create a passkey",
  description: "For navigator.credentials.create, in the browser that you are signed in with.",
  access: "write",
  beforeTerms: true,
  answer: PasskeyOptions,
  errors: [AccessDenied],
  audit: { resource: "PASSKEY", action: "READ" },
  claim: async (_, { viewer }) => registrantOf(viewer),
  call: async (person, ctx) => registrationOptions(person, (await ctx.perform(list, person)) ?? [], ctx),
  settle: async (_, options) => ({ ...options }),
});

export const createPasskey = operation({
  ...shared,
  id: "createPasskey",
  method: "post",
  path: "/passkeys",
  summary: "Register a passkey",
  access: "write",
  beforeTerms: true,
  body: NewPasskeyBody,
  answer: PasskeyView,
  status: 201,
  errors: [AccessDenied, PasskeyInvalid],
  audit: { resource: "PASSKEY", action: "CREATE", idIn: "id" },
  claim: async ({ body }, { viewer }) => ({ person: registrantOf(viewer), body }),
  async call({ person, body }, ctx) {
    const made = await readRegistration(body.response, person, ctx);
    const { customerId, userId } = person;
    return ctx.perform(savePasskey, { customerId, userId, name: body.name, ...made });
  },
  async settle(_, passkey) {
    if (!passkey) throw new PasskeyInvalid();
    return viewOf(passkey);
  },
});

export const renamePasskey = operation({
  ...shared,
  ...named,
  id: "renamePasskey",
  method: "patch",
  path: "/passkeys/{passkeyId}",
  summary: "Rename a passkey",
  access: "write",
  beforeTerms: true,
  body: PasskeyName,
  answer: PasskeyView,
  audit: { resource: "PASSKEY", action: "UPDATE" },
  claim: async ({ params, body }, { viewer }) => ({ ...personOf(viewer), ...params, ...body }),
  call: async (renamed, { perform }) => ({ renamed, passkey: await perform(renamePasskeyById, renamed) }),
  async settle(_, { renamed, passkey }) {
    if (!passkey) throw unknown(renamed.passkeyId);
    return viewOf(passkey);
  },
});

export const removePasskey = operation({
  ...shared,
  ...named,
  id: "removePasskey",
  method: "delete",
  path: "/passkeys/{passkeyId}",
  summary: "Remove a passkey",
  description:
    "Browsers that were signed in with it stay signed in: DELETE /api/v2/sessions/{sessionId} signs them out.",
  access: "write",
  beforeTerms: true,
  answer: z.null(),
  status: 204,
  audit: { resource: "PASSKEY", action: "DELETE" },
  claim: async ({ params }, { viewer }) => ({ ...personOf(viewer), ...params }),
  call: async (removed, { perform }) => ({ removed, found: await perform(removePasskeyById, removed) }),
  async settle(_, { removed, found }) {
    if (!found) throw unknown(removed.passkeyId);
    return null;
  },
});

function unknown(passkeyId: string): NotFound {
  return new NotFound(`there is no passkey ${passkeyId}`);
}
