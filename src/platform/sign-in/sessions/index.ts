export { cookieIn, cookieOf, endedSessionCookie, sessionBrowserIn, sessionCookie, sessionIn } from "./cookie.ts";
export { endSession, findSession, type OpenedSession, openSession, type SigningIn } from "./open-session.ts";
export { openSessions, type Sessions } from "./open-sessions.ts";
export type { SessionHolder, SignInMethod } from "./session.ts";
