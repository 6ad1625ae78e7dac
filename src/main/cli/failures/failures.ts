/** The command line is invalid. */
export class UsageError extends Error {}

/** Not logged in, or no longer. */
export class NotLoggedIn extends Error {}

/** The check failed. */
export class DoesNotHold extends Error {}
