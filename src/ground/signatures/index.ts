export { signMessage } from "./sign-message.ts";
export { SignatureRefused } from "./signature-refused.ts";
export { isForRequests, publicKeyOf, type SigningKey } from "./signing-key.ts";
export { NONCE_KEPT_MS, type Signer, verifyRequest } from "./verify-request.ts";
