import { area } from "../../ground/areas/area.ts";
import { callbackAgenda, followTask } from "./callbacks/follow-task.ts";
import { sendCallback } from "./callbacks/send-callback.ts";
import { wakeTasks } from "./callbacks/wake-tasks.ts";
import { reportAgenda, sendReport } from "./reports/send-report.ts";
import { completeSearch } from "./searches/complete-search.ts";
import { announceCreative } from "./subscribers/announce-creative.ts";

export const adcp = area({
  name: "edge/adcp",
  steps: [followTask, wakeTasks, sendCallback, sendReport, announceCreative, completeSearch],
  agendas: [callbackAgenda, reportAgenda],
});
