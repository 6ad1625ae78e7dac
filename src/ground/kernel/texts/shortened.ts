const LONGEST = 4_000;
/** How much of its end a message keeps: what to do next usually stands there. */
const END = 1_000;

/**
 * A message for a caller, of at most 4,000 characters, with an ellipsis for what is left out of its middle. Messages
 * name what was sent, and an id of a megabyte would otherwise come back as an answer of several.
 */
export function shortened(message: string): string {
  if (message.length <= LONGEST) return message;
  // A cut may halve a surrogate pair.
  return `${message.slice(0, LONGEST - END - 1)}…${message.slice(-END)}`.toWellFormed();
}
