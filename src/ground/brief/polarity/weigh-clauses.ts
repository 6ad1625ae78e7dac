import { wantAllBut } from "../conditions/all-but.ts";
import { wantInsisted } from "../conditions/double-negations.ts";
import { refuseMinors } from "../conditions/minors.ts";
import { refuseForbiddenPlaces, refuseWithoutAds } from "../conditions/no-ads.ts";
import { leaveNotes } from "../conditions/notes.ts";
import { refuseLanguages } from "../conditions/refused-languages.ts";
import { leaveReports } from "../conditions/reports.ts";
import { leaveSeats } from "../conditions/seats.ts";
import { insistOnInstead } from "../conditions/times.ts";
import { leaveUnsought } from "../conditions/unsought.ts";
import { leaveWaresAndPeople } from "../conditions/wares-and-people.ts";
import type { Language } from "../languages.ts";
import type { Mention } from "../mention.ts";
import { leaveAtHand } from "../misleading/at-hand.ts";
import { leaveReplyLanguage } from "../misleading/reply-language.ts";
import { keepInside } from "../places/outside.ts";
import { leaveSenders } from "../places/senders-places.ts";
import { resumePlaces } from "../places/there.ts";
import { takeSides } from "../sides/take-sides.ts";
import { answer, answerBehindColon } from "./answers.ts";
import { heedAim, heedMarketLabel, leaveBackground, leaveOrigins, leaveTales, leaveWares } from "./background.ts";
import { choose } from "./choices.ts";
import type { Before } from "./clause.ts";
import { refuseAllExcepted } from "./exceptions/all-except.ts";
import { keepElsewhere } from "./exceptions/elsewhere.ts";
import { leaveExcepted } from "./exceptions/left-over.ts";
import { refuseMixedLists } from "./exceptions/mixed-lists.ts";
import { heedPreferences } from "./exceptions/preferences.ts";
import { firmMarkets } from "./exceptions/preferred-media.ts";
import { exchange } from "./exchanges.ts";
import { refuseWithoutShare, weighInPassing } from "./in-passing.ts";
import { refuseNeighbours } from "./neighbours.ts";
import { closeOthers } from "./other-channels.ts";
import { refuseAsWell } from "./rejections.ts";
import { leaveRestricted } from "./restricted.ts";
import { settle } from "./settled.ts";

/** What whole clauses say, which also heeds the negators that refuse nothing. */
export function weighClauses(read: Before, languages: readonly Language[]): void {
  const before = { ...read, scope: read.scope.filter((one) => !isThat(one, read.text)) };
  keepInside(before);
  heedPreferences(before);
  firmMarkets(before);
  leaveRestricted(before);
  settle(before);
  answer(before);
  answerBehindColon(before);
  choose(before);
  exchange(before);
  refuseNeighbours(before);
  refuseWithoutAds(before);
  refuseForbiddenPlaces(before);
  refuseAsWell(before);
  closeOthers(before);
  wantAllBut(before);
  wantInsisted(before);
  refuseLanguages(before);
  weighInPassing(before);
  leaveBackground(before);
  leaveOrigins(before);
  leaveSeats(before);
  heedAim(before);
  heedMarketLabel(before);
  leaveTales(before);
  leaveWares(before);
  refuseWithoutShare(before);
  leaveAtHand(before);
  leaveSenders(before);
  leaveReplyLanguage(before);
  resumePlaces(before);
  leaveReports(before);
  leaveNotes(before);
  leaveUnsought(before);
  insistOnInstead(before);
  leaveWaresAndPeople(before);
  takeSides(before, languages);
  refuseAllExcepted(before);
  refuseMixedLists(before);
  refuseMinors(before);
  keepElsewhere(before);
  leaveExcepted(before);
}

/** Arabic أن is "that", and إن "if"; without their marks they are one. */
function isThat({ start, end }: Mention, text: string): boolean {
  return text.slice(start, end) === "أن";
}
