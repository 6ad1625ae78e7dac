import { campaignAgenda, completeCampaign } from "../demand/campaigns/index.ts";
import { readFeed } from "../demand/catalogs/index.ts";
import { collectBlobs } from "../demand/creatives/index.ts";
import { mediaBuyAgenda } from "../demand/media-buys/checks/agenda.ts";
import { askAboutCreatives, passOnCreatives, sendCreatives } from "../demand/media-buys/creatives/index.ts";
import { applyChange, refreshMediaBuy, submitMediaBuy } from "../demand/media-buys/index.ts";
import { callbackAgenda, followTask } from "../edge/adcp/callbacks/follow-task.ts";
import { sendCallback } from "../edge/adcp/callbacks/send-callback.ts";
import { wakeTasks } from "../edge/adcp/callbacks/wake-tasks.ts";
import { receiveSourceWebhook } from "../edge/adcp-webhooks/receive-source-webhook.ts";
import { fetchLogo } from "../edge/web/brands/fetch-logo.ts";
import type { Agenda, Step } from "../ground/kernel/step.ts";
import { brandAgenda, lookUpBrand } from "../platform/brands/index.ts";
import { sendMail } from "../platform/mail/index.ts";
import { tick } from "../platform/sandbox/tick.ts";
import { answerSignIn } from "../platform/sign-in/index.ts";
import { deliverWebhook } from "../platform/webhooks/index.ts";
import { checkStorefront } from "../supply/analytics/upkeep/check-storefront.ts";
import { analyticsAgenda, takeIn } from "../supply/analytics/upkeep/take-in.ts";
import { complianceAgenda, examineSource } from "../supply/compliance/index.ts";
import { showOrder } from "../supply/creatives/index.ts";
import { grantAgenda, renewGrant } from "../supply/credentials/index.ts";
import { announceInterest, notifyOperators } from "../supply/interest/index.ts";
import { welcomeBuyer } from "../supply/join-links/index.ts";
import { tellOfLink } from "../supply/links/index.ts";
import { placeLeg } from "../supply/orders/legs/place-leg.ts";
import { checkPublishers, lookUpAgents, publisherAgenda } from "../supply/publishers/index.ts";
import { letVisit, visitAgenda } from "../supply/simulated-buyers/let-visit.ts";
import { followLink } from "../supply/sources/index.ts";
import { recheckSource, sourceAgenda } from "../supply/sources/rechecks/recheck-by-itself.ts";
import { verifyDomain } from "../supply/storefronts/verify-domain.ts";

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
  askAboutCreatives,
  completeCampaign,
  readFeed,
  collectBlobs,
  placeLeg,
  showOrder,
  receiveSourceWebhook,
  followTask,
  wakeTasks,
  sendCallback,
  renewGrant,
  welcomeBuyer,
  verifyDomain,
  tellOfLink,
  followLink,
  notifyOperators,
  announceInterest,
  fetchLogo,
  lookUpBrand,
  checkPublishers,
  lookUpAgents,
  recheckSource,
  examineSource,
  takeIn,
  checkStorefront,
  letVisit,
];

/** Where due work is looked for, in the order in which two things due at one instant happen. */
export const agendas: readonly Agenda[] = [
  mediaBuyAgenda,
  campaignAgenda,
  brandAgenda,
  publisherAgenda,
  grantAgenda,
  callbackAgenda,
  sourceAgenda,
  complianceAgenda,
  analyticsAgenda,
  visitAgenda,
];
