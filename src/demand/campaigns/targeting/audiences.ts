import { z } from "zod";
import { Invalid } from "../../../ground/kernel/errors.ts";

const MOST = 100;

const Ids = z.array(z.string().min(1).max(255)).max(MOST);

export const AudienceConfig = z
  .object({ targetAudienceIds: Ids, suppressAudienceIds: Ids })
  .partial()
  .meta({ id: "CampaignAudiences" });

/** `deleteMissing` replaces the whole list; otherwise the change adds to it. */
export const AudienceChange = AudienceConfig.extend({ deleteMissing: z.boolean().optional() });

/** An audience that a campaign names; we neither build it nor know who is in it. */
export interface CampaignAudience {
  readonly audienceId: string;
  readonly type: "TARGET" | "SUPPRESS";
  readonly enabledAt: Date;
}

const LISTS = { TARGET: "targetAudienceIds", SUPPRESS: "suppressAudienceIds" } as const;
const TYPES = ["TARGET", "SUPPRESS"] as const;

/** Audiences that were already named keep their time. Throws `Invalid` if there are too many. */
export function mergeAudiences(
  before: readonly CampaignAudience[],
  { deleteMissing, ...change }: z.output<typeof AudienceChange>,
  now: Date,
): CampaignAudience[] {
  return TYPES.flatMap((type) => {
    const known = before.filter((audience) => audience.type === type);
    const named = [...new Set(change[LISTS[type]] ?? [])];
    const added = named.filter((id) => !known.some(({ audienceId }) => audienceId === id));
    const kept = deleteMissing ? known.filter(({ audienceId }) => named.includes(audienceId)) : known;
    const all = [...kept, ...added.map((audienceId) => ({ audienceId, type, enabledAt: now }))];
    if (all.length <= MOST) return all;
    const field = `audienceConfig.${LISTS[type]}`;
    const message = `${field}: that would make ${all.length}, and at most ${MOST} are allowed; send deleteMissing to replace`;
    throw new Invalid(message, { field });
  });
}

/** The audiences in the spelling in which a client wrote them. */
export function audienceConfigOf(audiences: readonly CampaignAudience[]): z.input<typeof AudienceConfig> {
  const ids = (wanted: CampaignAudience["type"]) =>
    audiences.filter(({ type }) => type === wanted).map(({ audienceId }) => audienceId);
  return { targetAudienceIds: ids("TARGET"), suppressAudienceIds: ids("SUPPRESS") };
}
