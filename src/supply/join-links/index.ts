export type { SponsorshipStatus } from "./buyers/sponsored-buyer.ts";
export { welcomeBuyer } from "./buyers/welcome-buyer.ts";
export type { Door, JoinLinkContext } from "./door.ts";
export { findDoor, readJoinContext } from "./join-context.ts";
export { confirmPathOf, JoinLinkInvalid, joinPathOf } from "./join-link.ts";
export { confirmSignUp, type Joined } from "./joining/confirm-sign-up.ts";
export { type SignUp, signUp } from "./joining/sign-up.ts";
export { SignUpBody, SLUG } from "./schema.ts";
