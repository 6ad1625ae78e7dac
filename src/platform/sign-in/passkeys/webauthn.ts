/**
 * The library that reads what authenticators say. It comes with three hundred modules, for certificates above all, which are
 * a tenth of a start: they are loaded for whoever first signs in or registers by a passkey.
 */
export function loadWebauthn() {
  return import("@simplewebauthn/server");
}
