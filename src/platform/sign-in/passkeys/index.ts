export { PasskeyInvalid } from "./passkey.ts";
export { signInByPasskey, signInOptions } from "./sign-in-by-passkey.ts";
