export { isGated, isHeldBack, type Standing, wantingTracks } from "./held-back.ts";
