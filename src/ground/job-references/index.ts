export { askAboutCreativesJob, type RefreshInput, refreshJob } from "./media-buy-jobs.ts";
export {
  announceCreativeJob,
  type CreativeDecided,
  completeSearchJob,
  followTaskJob,
  sendCallbackJob,
  wakeTasksJob,
} from "./task-jobs.ts";
