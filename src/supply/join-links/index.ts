export type { SponsorshipStatus } from "./buyers/sponsored-buyer.ts";
export { welcomeBuyer } from "./buyers/welcome-buyer.ts";
export { findLinkPreview, readJoinContext } from "./join-context.ts";
export { JoinLinkInvalid } from "./join-link.ts";
export { confirmSignUp, type Joined } from "./joining/confirm-sign-up.ts";
export { type SignUp, signUp } from "./joining/sign-up.ts";
export { forgetOldRequestsOfAllCustomers } from "./joining/store.ts";
export type { JoinLinkContext, LinkPreview } from "./link-preview.ts";
export { SLUG } from "./schema.ts";
