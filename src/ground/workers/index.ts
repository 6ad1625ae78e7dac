export { movable } from "./movable.ts";
export { openWorkers } from "./open-workers.ts";
export { task, WorkerFailure, type Workers } from "./task.ts";
export { threadEnvironment } from "./thread-environment.ts";
