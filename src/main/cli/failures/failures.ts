/** What was typed cannot be done as it is. */
export class UsageError extends Error {}

/** Not logged in, or no longer. */
export class NotLoggedIn extends Error {}

/** What was checked is not as it should be. */
export class DoesNotHold extends Error {}
