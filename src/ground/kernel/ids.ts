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

/** A bare UUIDv7, the format that AdCP requires of an idempotency key. */
export function newUuid(random: Random): string {
  return v7({ random: random.bytes(16) });
}
