import { z } from "zod/mini";

const Tokens = z.object({
  issuer: z.string(),
  clientId: z.string(),
  access: z.string(),
  refresh: z.optional(z.string()),
  /** In ISO 8601. */
  expiresAt: z.string(),
});

/** One login: its server, and its credential. */
export const Profile = z.object({ server: z.string(), key: z.optional(z.string()), tokens: z.optional(Tokens) });

export const Profiles = z.object({ current: z.string(), profiles: z.record(z.string(), Profile) });

export type Tokens = z.output<typeof Tokens>;
export type Profile = z.output<typeof Profile>;
export type Profiles = z.output<typeof Profiles>;

export const NO_PROFILES: Profiles = { current: "default", profiles: {} };

export function withProfile({ profiles }: Profiles, name: string, profile: Profile): Profiles {
  return { current: name, profiles: { ...profiles, [name]: profile } };
}

/** The profiles without the given one; if it was current, another becomes current. */
export function withoutProfile({ current, profiles }: Profiles, name: string): Profiles {
  const left = Object.fromEntries(Object.entries(profiles).filter(([other]) => other !== name));
  const [first = NO_PROFILES.current] = Object.keys(left);
  return { current: current === name ? first : current, profiles: left };
}
