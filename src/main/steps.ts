import { campaignAgenda, completeCampaign } from "../demand/campaigns/index.ts";
import { mediaBuyAgenda } from "../demand/media-buys/checks/agenda.ts";
import { applyChange, refreshMediaBuy, submitMediaBuy } from "../demand/media-buys/index.ts";
import { fetchLogo } from "../edge/web/brands/fetch-logo.ts";
import type { Agenda, Step } from "../ground/kernel/step.ts";
import { sendMail } from "../platform/mail/index.ts";
import { tick } from "../platform/sandbox/tick.ts";
import { answerSignIn } from "../platform/sign-in/index.ts";
import { welcomeBuyer } from "../supply/join-links/index.ts";
import { placeLeg } from "../supply/orders/index.ts";

/** Everything that follows a request or a clock. */
export const steps: readonly Step[] = [
  tick,
  sendMail,
  answerSignIn,
  submitMediaBuy,
  applyChange,
  refreshMediaBuy,
  completeCampaign,
  placeLeg,
  welcomeBuyer,
  fetchLogo,
];

/** Where due work is looked for, in the order in which two things due at one instant happen. */
export const agendas: readonly Agenda[] = [mediaBuyAgenda, campaignAgenda];
