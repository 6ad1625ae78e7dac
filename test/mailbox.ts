import { doJobs } from "./jobs.ts";
import type { World } from "./world.ts";

/** A mail that contains a one-time link. */
export interface ReceivedMail {
  readonly subject: string;
  readonly text: string;
  readonly link: string;
  /** The link's secret. */
  readonly token: string;
}

/** The newest mail to an address, after all waiting jobs are done; undefined if there is none. */
export async function newestMailTo(world: World, address: string): Promise<ReceivedMail | undefined> {
  await doJobs(world);
  const newest = world.mail.messages.findLast(({ to }) => to.toLowerCase() === address.toLowerCase());
  if (!newest) return undefined;
  const [link = ""] = /https?:\/\/\S+[?&]token=[\w-]+/.exec(newest.text) ?? [];
  return { subject: newest.subject, text: newest.text, link, token: new URL(link).searchParams.get("token") ?? "" };
}
