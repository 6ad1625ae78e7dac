import { v7 } from "uuid";
import type { Random } from "./random.ts";

const PREFIX = {
  request: "req",
  discovery: "disc",
  campaign: "cmp",
  mediaBuy: "mb",
  package: "pkg",
  order: "ord",
  leg: "leg",
  agent: "agt",
  auditEntry: "aud",
  apiKey: "key",
  callerKey: "ckey",
  account: "acc",
  task: "task",
  cohort: "coh",
  creative: "cre",
  asset: "ast",
  notification: "ntf",
  invitation: "inv",
  webhookSubscription: "whs",
  webhookMessage: "msg",
  booking: "bk",
  workItem: "wi",
  upload: "upl",
  report: "rep",
  application: "app",
  session: "ses",
  actingGrant: "act",
  passkey: "pk",
  archive: "arc",
  signUp: "sgn",
} as const;

export type IdNoun = keyof typeof PREFIX;

/** An id such as `cmp_019ab3…`: a UUIDv7 with its noun's prefix, so later ids sort later. */
export function newId(noun: IdNoun, random: Random): string {
  return `${PREFIX[noun]}_${newUuid(random).replaceAll("-", "")}`;
}

/** A bare UUIDv7, the format that AdCP requires of an idempotency key. A process's later ones sort later. */
export const newUuid = timeOrderedUuids(Date.now);

/**
 * UUIDv7s that sort in the order in which they are made, within a millisecond too, and when the clock goes back (RFC 9562, section 6.2).
 * They are a random distance apart, so they do not tell how many others were made in between.
 */
export function timeOrderedUuids(now: () => number): (random: Random) => string {
  let msecs = 0;
  let seq = 0;
  return (random) => {
    const bytes = random.bytes(16);
    const drawn = new DataView(bytes.buffer, bytes.byteOffset).getUint32(6);
    const at = now();
    const isFull = seq >= 2 ** 32 - 2 ** 16;
    // Half of the 32 bits is where a millisecond's first one may be, which leaves room for at least 32,767 behind it.
    if (at > msecs || isFull) {
      msecs = Math.max(at, msecs + 1);
      seq = drawn >>> 1;
    } else seq += 1 + (drawn & 0xffff);
    return v7({ random: bytes, msecs, seq });
  };
}
