/** The command line is invalid. */
export class UsageError extends Error {}

/** The user is not logged in, or no longer is. */
export class NotLoggedIn extends Error {}

/** The agent under test could not be reached, or stopped answering, so the test says nothing about it. */
export class NotTested extends Error {}

/** The check failed. */
export class DoesNotHold extends Error {}
