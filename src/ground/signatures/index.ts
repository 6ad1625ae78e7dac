export { contentDigestOf } from "./content-digest.ts";
export { signMessage } from "./sign-message.ts";
export { SignatureRefused } from "./signature-refused.ts";
export type { Message } from "./signed-message.ts";
export { isForRequests, publicKeyOf, type SigningKey } from "./signing-key.ts";
export { type Signer, verifyRequest } from "./verify-request.ts";
