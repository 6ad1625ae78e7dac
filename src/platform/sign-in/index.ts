export { answerSignIn } from "./answer-sign-in.ts";
export { signInByLink } from "./confirm-sign-in.ts";
export { checkFormToken, FORM_COOKIE, formCookie, formToken, newFormCookie } from "./form-token.ts";
export { MailLinkInvalid, type Proof } from "./mail-link.ts";
export { nextOf } from "./next.ts";
export { CONSOLE_LINK_PATH, openConsoleLink } from "./open-console-link.ts";
export { peekMailLink, useMailLink } from "./open-mail-link.ts";
export { requestMailLink } from "./request-mail-link.ts";
