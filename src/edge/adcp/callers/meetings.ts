import { BoundedMap } from "../../../ground/caches/index.ts";
import { batchedQuery } from "../../../ground/db/batching/index.ts";
import type { InstallationDb } from "../../../ground/db/index.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import { type Meeting, meetingVersionsOfAnyCustomer, type ResolvedAgent } from "../../../supply/merchandising/index.ts";
import type { Identity } from "./identify.ts";

/** The holder of a key that was sent to a storefront, and the storefront as it looks to them. */
interface Remembered {
  readonly identity: Identity;
  readonly resolved: ResolvedAgent;
  /** The version of everything that decides either of the two, read before they were looked up; undefined if it was not read. */
  readonly version: string | undefined;
}

interface Meetings {
  remembered(meeting: Meeting): Remembered | undefined;
  remember(meeting: Meeting, met: Remembered): void;
  /** The current version; undefined if there is none. Concurrent callers share one query. */
  versionOf(meeting: Meeting): Promise<string | undefined>;
}

const MOST = 2_000;
const MEETINGS = new WeakMap<Host, Meetings>();

export function meetingsOf(host: Host): Meetings {
  const meetings = MEETINGS.get(host) ?? openMeetings(host);
  MEETINGS.set(host, meetings);
  return meetings;
}

function openMeetings({ database, clock }: Host): Meetings {
  const all = new BoundedMap<string, Remembered>(MOST);
  const look = batchedQuery(async (db, _: object, names) => {
    const asked = names.map(meetingNamed);
    const versions = await meetingVersionsOfAnyCustomer(db as InstallationDb, asked, clock.now());
    return new Map(names.flatMap((name, place) => (versions[place] ? [[name, versions[place]] as const] : [])));
  });
  return {
    remembered: (meeting) => all.get(nameOf(meeting)),
    remember(meeting, met) {
      const name = nameOf(meeting);
      // A first request that ran concurrently with others has no version, and must not replace what one of them has stored with one.
      if (met.version !== undefined || !all.get(name)) all.set(name, met);
    },
    versionOf: (meeting) => database.readInstallation((db) => look(db, {}, nameOf(meeting))),
  };
}

/** Unambiguous, because a hash contains no spaces. */
function nameOf({ secretHash, platformId }: Meeting): string {
  return `${secretHash} ${platformId}`;
}

function meetingNamed(name: string): Meeting {
  const end = name.indexOf(" ");
  return { secretHash: name.slice(0, end), platformId: name.slice(end + 1) };
}
