export { askAboutCreativesJob, type RefreshInput, refreshJob } from "./media-buy-jobs.ts";
export { followTaskJob, wakeTasksJob } from "./task-jobs.ts";
