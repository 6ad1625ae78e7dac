export { answerSignIn, nextOf } from "./answer-sign-in.ts";
export { cookieIn, cookieOf, SESSION_COOKIE, sessionCookie } from "./cookie.ts";
export { checkFormToken, FORM_COOKIE, formCookie, formToken, newFormCookie } from "./form-token.ts";
export { MailLinkInvalid, type Proof } from "./mail-link.ts";
export { peekMailLink, useMailLink } from "./open-mail-link.ts";
export { requestMailLink } from "./request-mail-link.ts";
export { endSession, findSession, openSession } from "./session.ts";
