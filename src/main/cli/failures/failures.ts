/** The command line is invalid. */
export class UsageError extends Error {}

/** Not logged in, or no longer. */
export class NotLoggedIn extends Error {}

/** An agent that was to be tested cannot be reached, or stopped answering: that says nothing about it. */
export class NotTested extends Error {}

/** The check failed. */
export class DoesNotHold extends Error {}
