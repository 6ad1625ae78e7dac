export { confirmSignUp, type Joined, type Proof } from "./confirm-sign-up.ts";
export { type Door, findDoor, type JoinLinkContext, readJoinContext } from "./join-context.ts";
export { JoinLinkInvalid } from "./join-link.ts";
export { SLUG, SignUpBody } from "./schema.ts";
export { type SignUp, signUp } from "./sign-up.ts";
export type { SponsorshipStatus } from "./sponsored-buyer.ts";
