/** The path at which a person is asked for consent; served by `edge/authorization`. */
export const INTERACTION_PATH = "/oauth/interaction";

export const ROUTES = {
  authorization: "/oauth/authorize",
  token: "/oauth/token",
  registration: "/oauth/register",
  revocation: "/oauth/revoke",
  jwks: "/oauth/jwks",
  device_authorization: "/oauth/device",
  code_verification: "/oauth/device/verify",
  end_session: "/oauth/end",
} as const;
