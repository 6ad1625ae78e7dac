import { catalogue } from "./catalogue.ts";

/** An operator who acts for an organisation. */
export const acting = catalogue({
  band: (company: string) => `You act for ${company}.`,
  until: (when: string) => `Until ${when}`,
  end: "End",
  act: "Act for it",
  title: (company: string) => `Act for ${company}?`,
  text: "You see what its people see, in this browser. They are told, read your reason, and find what you did in their audit log.",
  reason: "Reason",
  reasonHint: "A sentence. The organisation reads it.",
  minutes: "For how long",
  lengths: { short: "15 minutes", usual: "1 hour", long: "4 hours" },
  extent: "What you may do",
  look: "Look at everything",
  write: "Also change what a member may",
  start: "Act for it",
  listTitle: "Acted for you",
  listNote: "Operators of this installation who acted for your organisation, and why.",
  listNoteRun: "Who acted for which organisation, and why.",
  none: "Nobody has.",
  who: "Who",
  organisation: "Organisation",
  from: "From",
  ends: "Until",
  over: "Over",
});
