export { confirmSignUp, peekSignUp } from "./confirm-sign-up.ts";
export { DisposableAddress } from "./disposable-domain.ts";
export { CONFIRM_PATH, SIGN_UP_PATH } from "./request-sign-up.ts";
export { checkOpen, SignUpClosed } from "./sign-up.ts";
export { checkSignUp, SignUpFields } from "./sign-up-form.ts";
