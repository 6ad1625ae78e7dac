/** A page of the console, with its query, or an application's request that waits for an answer. */
const NEXT = /^\/(oauth\/interaction\/[\w-]{1,64}|console(\/[\w~%!$&'()*+,;=:@.-]+)*\/?(\?[\w~%!$&'()*+,;=:@./?-]*)?)$/;
const LONGEST = 1_000;

/**
 * Where a sign-in may continue: a page of ours that somebody requested before. Never another site's, however a browser
 * would interpret it, and none that has an effect when opened.
 */
export function nextOf(text: string | undefined): string | undefined {
  if (text === undefined || text.length > LONGEST || !NEXT.test(text)) return undefined;
  // No way up and out of the console, spelt either way.
  return /\/(\.|%2e){1,2}(?=[/?]|$)/i.test(text) ? undefined : text;
}
