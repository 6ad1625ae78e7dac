import { area } from "../../ground/areas/area.ts";
import { complianceAgenda, examineDueSource } from "./agenda.ts";
import { examineSource } from "./examine-source.ts";
import { recordProgress } from "./record-progress.ts";

export const compliance = area({
  name: "supply/compliance",
  steps: [examineSource, examineDueSource, recordProgress],
  agendas: [complianceAgenda],
});
