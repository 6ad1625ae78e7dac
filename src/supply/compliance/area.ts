import { area } from "../../ground/areas/area.ts";
import { complianceAgenda, examineDueSource } from "./agenda.ts";
import { examineSource } from "./examine-source.ts";
import { noteProgress } from "./note-progress.ts";

export const compliance = area({
  name: "supply/compliance",
  steps: [examineSource, examineDueSource, noteProgress],
  agendas: [complianceAgenda],
});
