/**
 * The library that parses what authenticators send. It has three hundred modules, mostly for certificates, whose loading would be a tenth
 * of a start, so it is loaded when somebody first signs in with or registers a passkey.
 */
export function loadWebauthn() {
  return import("@simplewebauthn/server");
}
