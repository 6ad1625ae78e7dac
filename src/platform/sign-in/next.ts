/** A page of the console with its query, or a request by an application that is waiting for an answer. */
const NEXT = /^\/(oauth\/interaction\/[\w-]{1,64}|console(\/[\w~%!$&'()*+,;=:@.-]+)*\/?(\?[\w~%!$&'()*+,;=:@./?-]*)?)$/;
const LONGEST = 1_000;

/**
 * Where a sign-in may continue: a page of ours that the person requested before. It is never a page on another site, however browsers
 * interpret the text, and never one that has an effect when it is opened.
 */
export function nextOf(text: string | undefined): string | undefined {
  if (text === undefined || text.length > LONGEST || !NEXT.test(text)) return undefined;
  // Dot segments, plain or encoded, could lead out of the console.
  return /\/(\.|%2e){1,2}(?=[/?]|$)/i.test(text) ? undefined : text;
}
