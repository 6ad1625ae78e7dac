export { movable } from "./movable.ts";
export { openWorkers } from "./open-workers.ts";
export { type Task, type TaskOptions, task, WorkerFailure, type Workers } from "./task.ts";
