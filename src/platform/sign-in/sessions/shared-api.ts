import { z } from "zod";
import { BadRequest, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import type { Viewer } from "../../../ground/kernel/viewer.ts";
import { endSessionById, findPerson, listSessions as list } from "./of-person.ts";
import { MeView, SessionPath, SessionView, viewOf, viewOfMe } from "./schema.ts";

const shared = { api: "platform", tag: "Sign-in", ours: true } as const;

/** Every key and every session belongs to a person. */
function personOf({ customerId, userId, email, sessionId, acting }: Viewer) {
  const person = { customerId, userId: userId ?? 0, email };
  return { ...person, ...(sessionId !== undefined && { sessionId }), ...(acting && { acting }) };
}

export const getMe = operation({
  ...shared,
  id: "getMe",
  method: "get",
  path: "/me",
  summary: "See who you are, and the organisations that you belong to",
  access: "read",
  answer: MeView,
  claim: async (_, { viewer }) => personOf(viewer),
  call: async (me, { perform }) => ({ me, person: await perform(findPerson, me) }),
  settle: async (_, { me, person }) => viewOfMe(me, person ?? { name: null, memberships: [] }),
});

export const listSessions = operation({
  ...shared,
  id: "listSessions",
  method: "get",
  path: "/sessions",
  summary: "List the browsers that you are signed in with",
  access: "read",
  answer: z.object({ sessions: z.array(SessionView) }),
  claim: async (_, { viewer }) => personOf(viewer),
  call: async (me, { perform }) => ({ me, sessions: await perform(list, me) }),
  settle: async (_, { me, sessions = [] }) => ({ sessions: sessions.map((session) => viewOf(session, me.sessionId)) }),
});

export const endSession = operation({
  ...shared,
  id: "endSession",
  method: "delete",
  path: "/sessions/{sessionId}",
  summary: "Sign out one of your browsers",
  description: "It is signed out at its next request.",
  access: "write",
  beforeTerms: true,
  params: SessionPath,
  answer: z.null(),
  status: 204,
  errors: [NotFound],
  refs: { "params.sessionId": "session" },
  audit: { resource: "SESSION" },
  claim: async ({ params }, { viewer }) => ({ ...personOf(viewer), ...params }),
  call: async (ended, { perform }) => ({ ...ended, found: await perform(endSessionById, ended) }),
  async settle(_, { found, sessionId }) {
    if (!found) throw new NotFound(`there is no session ${sessionId}`);
    return null;
  },
});

export const signOut = operation({
  ...shared,
  id: "signOut",
  method: "post",
  path: "/sign-out",
  summary: "Sign out of the current session",
  access: "write",
  beforeTerms: true,
  endsSession: true,
  answer: z.null(),
  status: 204,
  errors: [BadRequest],
  audit: { resource: "SESSION", action: "DELETE" },
  async claim(_, { viewer }) {
    const { sessionId, ...person } = personOf(viewer);
    if (sessionId === undefined) throw new BadRequest("this request has no session to sign out of");
    return { ...person, sessionId };
  },
  call: (session, { perform }) => perform(endSessionById, session),
  settle: async () => null,
});
