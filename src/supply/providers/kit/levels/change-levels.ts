import type { ProviderRequest } from "../../contract/http.ts";
import type { AnyJob, JobContext, RemoteRef } from "../../contract/job.ts";
import type { Change, PlannedPackage, RemoteBuy } from "../../contract/plan.ts";
import { ok } from "../../contract/provider-error.ts";
import { removal } from "../removal.ts";
import { type Link, sequence } from "../sequence.ts";
import { type Levels, withEffect } from "./levels.ts";
import { beginReading, type Reading, readLinks } from "./read-levels.ts";

type ChangeLink = Link<Change, Reading>;

/** Writes what has changed, and reads everything again. */
export function changeLevels(levels: Levels): AnyJob<Change, RemoteBuy> {
  return sequence<Change, Reading, RemoteBuy>(
    (change) => [...writes(levels, change), ...readLinks<Change>(levels, change.mirror)],
    ({ mirror }) => beginReading(mirror),
    ({ mirror }, { cancel, canceled }) => ({
      campaign: cancel ? { ...mirror.campaign, configured: "gone" } : mirror.campaign,
      packages: mirror.packages.map((part) =>
        cancel || canceled.includes(part.packageId) ? { ...part, configured: "gone" } : part,
      ),
    }),
  );
}

/** Whatever stops is written first, and whatever starts running last, so that nothing delivers with half of a change. */
function writes(levels: Levels, { before, after, mirror, cancel, canceled }: Change): readonly ChangeLink[] {
  const { campaign, packages } = mirror;
  if (cancel) return [removing(levels, "campaign", campaign.id)];
  const removed = packages
    .filter(({ packageId }) => canceled.includes(packageId))
    .map(({ id }) => removing(levels, "group", id));
  const changed = after.packages
    .toSorted((a, b) => Number(b.paused) - Number(a.paused))
    .flatMap((part) => {
      const remote = packages.find(({ packageId }) => packageId === part.packageId);
      const old = before.packages.find(({ packageId }) => packageId === part.packageId);
      if (!remote || canceled.includes(part.packageId) || JSON.stringify(old) === JSON.stringify(part)) return [];
      return groupWrites(levels, remote.id, old, part);
    });
  const moved = before.start !== after.start || before.end !== after.end || before.paused !== after.paused;
  const whole = moved
    ? [
        writing(levels, (ctx) =>
          withEffect(levels.changeCampaign(campaign.id, after, ctx), after.paused ? "write" : "spend"),
        ),
      ]
    : [];
  return after.paused ? [...whole, ...removed, ...changed] : [...removed, ...changed, ...whole];
}

function groupWrites(
  levels: Levels,
  id: string,
  old: PlannedPackage | undefined,
  part: PlannedPackage,
): readonly ChangeLink[] {
  const effect = part.paused ? "write" : "spend";
  const fields = writing(levels, (ctx) => withEffect(levels.changeGroup(id, part, ctx), effect));
  if (!levels.switchesApart || old?.paused === part.paused) return [fields];
  const turned = writing(levels, (ctx) => withEffect(levels.switch("group", id, !part.paused, ctx), effect));
  if (JSON.stringify({ ...old, paused: part.paused }) === JSON.stringify(part)) return [turned];
  return part.paused ? [turned, fields] : [fields, turned];
}

function writing(levels: Levels, request: (ctx: JobContext) => ProviderRequest): ChangeLink {
  return {
    request: (_, __, ctx) => request(ctx),
    read(reply, known) {
      const done = levels.readDone(reply);
      return done.ok ? ok({ known }) : done;
    },
  };
}

/** An object that is already gone counts as removed. */
function removing(levels: Levels, level: "campaign" | "group", id: string): ChangeLink {
  return {
    request: (_, __, ctx) => levels.remove(level, id, ctx),
    read(reply, known) {
      const done = levels.readDone(reply);
      return done.ok || done.error.kind === "not_found" ? ok({ known }) : done;
    },
  };
}

/** Removes what a failed create left behind; removing a campaign removes everything below it. */
export function cleanUpLevels(levels: Levels) {
  return (made: readonly RemoteRef[]): AnyJob<null, null> =>
    removal(
      made.filter(({ kind }) => kind === "campaign"),
      ({ id }, ctx) => levels.remove("campaign", id, ctx),
      levels.readDone,
    );
}
