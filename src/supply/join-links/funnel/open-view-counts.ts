import { dayOf, SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import type { JoinLink } from "../join-link.ts";
import { addToDaysOfAnySeller, type FunnelCounts } from "./store.ts";

export interface ViewCounts {
  /** Costs the page nothing: views are added together about a second later. A process that is killed loses that second. */
  note(link: Pick<JoinLink, "customerId" | "joinLinkId">): void;
  /** Hands what was noted to the background tasks, so that waiting for those waits for this too. */
  flush(): void;
}

const EVERY_MS = SECOND_MS;
/** The most rows of one statement; a process that sees this many links adds them early. */
const MOST_AT_ONCE = 500;

/** However often a link is seen, it has one entry here, and one row is written for its day each second. */
export function openViewCounts({
  database,
  clock,
  backgroundTasks,
}: Pick<Host, "database" | "clock" | "backgroundTasks">): ViewCounts {
  let noted = new Map<string, FunnelCounts>();
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (noted.size === 0) return;
    const seen = [...noted.values()];
    noted = new Map();
    backgroundTasks.add("the views of join links", () =>
      database.writeInstallation((db) => addToDaysOfAnySeller(db, seen)),
    );
  };
  return {
    note({ customerId, joinLinkId }) {
      const day = dayOf(clock.now());
      const key = `${joinLinkId} ${day}`;
      const views = (noted.get(key)?.views ?? 0) + 1;
      noted.set(key, { customerId, joinLinkId, day, views, started: 0 });
      if (noted.size >= MOST_AT_ONCE) flush();
      else timer ??= setTimeout(flush, EVERY_MS).unref();
    },
    flush,
  };
}
