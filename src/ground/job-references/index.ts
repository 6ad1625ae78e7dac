export { askAboutCreativesJob, type RefreshInput, refreshJob } from "./media-buy-jobs.ts";
export {
  announceCreativeJob,
  type CreativeDecided,
  followTaskJob,
  sendCallbackJob,
  wakeTasksJob,
} from "./task-jobs.ts";
