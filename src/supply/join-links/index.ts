export { findLinkPreview } from "./join-context.ts";
export { JoinLinkInvalid } from "./join-link.ts";
export { confirmSignUp } from "./joining/confirm-sign-up.ts";
export { SLUG } from "./schema.ts";
