export { maySetUp, offerSetUp, SET_UP_PATH, SetUpOver, setUp } from "./set-up.ts";
