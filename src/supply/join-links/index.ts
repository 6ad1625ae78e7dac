export { openViewCounts, type ViewCounts } from "./funnel/open-view-counts.ts";
export { findOpenLink } from "./join-context.ts";
export { JoinLinkInvalid } from "./join-link.ts";
export { confirmSignUp } from "./joining/confirm-sign-up.ts";
export { SLUG } from "./schema.ts";
