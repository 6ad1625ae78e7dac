import { MEETING_CLASSES, type Met, meet, meetingFiguresOf, readMeetings } from "./meetings.ts";
import { LANGUAGES } from "./set.ts";

/** Prints where discovery puts what answers a brief, beside what only looks like it. `--missed` tells brief by brief what is not the first of its three. */
const percent = (share: number) => (Number.isNaN(share) ? "–" : `${(share * 100).toFixed(1)} %`).padStart(12);
const HEAD = ["above misses", "first", "first three", "absent"].map((title) => title.padStart(13)).join("");

function printFigures(name: string, met: readonly Met[]): void {
  const { briefs, aboveMisses, first, firstThree, absent } = meetingFiguresOf(met);
  const figures = [aboveMisses, first, firstThree, absent].map((share) => ` ${percent(share)}`).join("");
  process.stdout.write(`${name.padEnd(18)}${String(briefs).padStart(4)}${figures}\n`);
}

for (const file of ["north-tune", "north-held", "south-tune", "south-held"] as const) {
  const met = await meet(readMeetings(file));
  process.stdout.write(`\n${file.padEnd(22)}${HEAD}\n`);
  printFigures("all", met);
  // Only one figure is shown of the part that nobody tunes on, so that this stays so.
  if (file.endsWith("held")) continue;
  for (const name of MEETING_CLASSES)
    printFigures(
      `  ${name}`,
      met.filter(({ meeting }) => meeting.class === name),
    );
  for (const name of LANGUAGES) {
    const some = met.filter(({ meeting }) => meeting.language === name);
    if (some.length > 0) printFigures(`  ${name}`, some);
  }
  if (!process.argv.includes("--missed")) continue;
  for (const { meeting, rank } of met.filter(({ isAboveMisses }) => !isAboveMisses))
    process.stdout.write(`${meeting.id} ${rank ?? "absent"} ${meeting.brief}\n`);
}
