import { dayOf, SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import type { JoinLink } from "../join-link.ts";
import { addToDaysOfAnySeller, type Seen } from "./store.ts";

export interface ViewCounts {
  /** Costs the page nothing: it is added with others, about a second later. A process that is killed loses that second. */
  note(link: Pick<JoinLink, "customerId" | "joinLinkId">): void;
  /** Leaves what is noted to be added; whoever waits for the background tasks waits for it too. */
  flush(): void;
}

const EVERY_MS = SECOND_MS;
/** Of one statement; as many links are seen in one process before it adds them early. */
const MOST_AT_ONCE = 500;

/** However often a link is seen, it holds one entry here, and one row of its day is written in a second. */
export function openViewCounts({
  database,
  clock,
  backgroundTasks,
}: Pick<Host, "database" | "clock" | "backgroundTasks">): ViewCounts {
  let noted = new Map<string, Seen>();
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
