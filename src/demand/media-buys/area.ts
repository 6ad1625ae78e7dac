import { area } from "../../ground/areas/area.ts";
import * as mediaBuysBuyer from "./buyer-api.ts";
import { applyChange } from "./changes/apply-change.ts";
import { changeLife } from "./changes/change.ts";
import { mediaBuyAgenda } from "./checks/agenda.ts";
import { refreshMediaBuy } from "./checks/refresh-media-buy.ts";
import { askAboutCreatives } from "./creatives/ask-about-creatives.ts";
import { syncLife } from "./creatives/creative-sync.ts";
import { passOnCreatives, sendCreatives, sendToHolders } from "./creatives/send-creatives.ts";
import { mediaBuyLife } from "./media-buy-state.ts";
import { packageLife } from "./packages/package.ts";
import { mediaBuyFinder } from "./search-store.ts";
import { submitMediaBuy } from "./sending/submit-media-buy.ts";

export const mediaBuys = area({
  name: "demand/media-buys",
  finders: [mediaBuyFinder],
  lifecycles: [mediaBuyLife, packageLife, changeLife, syncLife],
  operations: [mediaBuysBuyer],
  steps: [
    submitMediaBuy,
    applyChange,
    refreshMediaBuy,
    sendCreatives,
    sendToHolders,
    passOnCreatives,
    askAboutCreatives,
  ],
  agendas: [mediaBuyAgenda],
});
