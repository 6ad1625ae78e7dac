import { campaignAgenda, completeCampaign } from "../demand/campaigns/index.ts";
import { readFeed } from "../demand/catalogs/index.ts";
import { collectBlobs } from "../demand/creatives/index.ts";
import { mediaBuyAgenda } from "../demand/media-buys/checks/agenda.ts";
import { passOnCreatives, sendCreatives } from "../demand/media-buys/creatives/index.ts";
import { applyChange, refreshMediaBuy, submitMediaBuy } from "../demand/media-buys/index.ts";
import { hearSource } from "../edge/adcp-webhooks/hear-source.ts";
import { fetchLogo } from "../edge/web/brands/fetch-logo.ts";
import type { Agenda, Step } from "../ground/kernel/step.ts";
import { brandAgenda, lookUpBrand } from "../platform/brands/index.ts";
import { sendMail } from "../platform/mail/index.ts";
import { tick } from "../platform/sandbox/tick.ts";
import { answerSignIn } from "../platform/sign-in/index.ts";
import { deliverWebhook } from "../platform/webhooks/index.ts";
import { grantAgenda, renewGrant } from "../supply/credentials/index.ts";
import { announceInterest, notifyOperators } from "../supply/interest/index.ts";
import { welcomeBuyer } from "../supply/join-links/index.ts";
import { placeLeg } from "../supply/orders/legs/place-leg.ts";
import { checkPublishers, lookUpAgents, publisherAgenda } from "../supply/publishers/index.ts";

/** Everything that follows a request or a clock. */
export const steps: readonly Step[] = [
  tick,
  sendMail,
  answerSignIn,
  deliverWebhook,
  submitMediaBuy,
  applyChange,
  refreshMediaBuy,
  sendCreatives,
  passOnCreatives,
  completeCampaign,
  readFeed,
  collectBlobs,
  placeLeg,
  hearSource,
  renewGrant,
  welcomeBuyer,
  notifyOperators,
  announceInterest,
  fetchLogo,
  lookUpBrand,
  checkPublishers,
  lookUpAgents,
];

/** Where due work is looked for, in the order in which two things due at one instant happen. */
export const agendas: readonly Agenda[] = [mediaBuyAgenda, campaignAgenda, brandAgenda, publisherAgenda, grantAgenda];
