/** A page of the console, with its query, or a request of an application's that waits for an answer. */
const NEXT = /^\/(oauth\/interaction\/[\w-]{1,64}|console(\/[\w~%!$&'()*+,;=:@.-]+)*\/?(\?[\w~%!$&'()*+,;=:@./?-]*)?)$/;
const LONGEST = 1_000;

/**
 * Where a sign-in may lead on to: a page of ours that somebody was on their way to. Never another site's, however a browser
 * would read it, and none that does something by being opened.
 */
export function nextOf(text: string | undefined): string | undefined {
  if (text === undefined || text.length > LONGEST || !NEXT.test(text)) return undefined;
  // No way up and out of the console, spelt either way.
  return /\/(\.|%2e){1,2}(?=[/?]|$)/i.test(text) ? undefined : text;
}
