import { SECOND_MS } from "../../ground/kernel/clock.ts";
import type { MailTransport } from "../../ground/kernel/mail.ts";
import { messageOf } from "./message.ts";

/** A job has three minutes, so a server that does not answer is given up well before that. */
const PATIENCE = {
  connectionTimeout: 10 * SECOND_MS,
  greetingTimeout: 10 * SECOND_MS,
  socketTimeout: 30 * SECOND_MS,
  dnsTimeout: 10 * SECOND_MS,
};

/** Sends each message to the operator's mail server, over a connection of its own. */
export function openSmtp(url: string, from: string): MailTransport {
  const server = { ...serverAt(new URL(url)), ...PATIENCE };
  return {
    async send(mail) {
      // Loaded with the first message, so that it does not slow down the start.
      const { createTransport } = await import("nodemailer");
      await createTransport(server).sendMail(messageOf(mail, from));
    },
  };
}

function serverAt({ protocol, hostname, port, username, password, searchParams }: URL) {
  const secure = protocol === "smtps:";
  const server = { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) || (secure ? 465 : 587), secure };
  if (username === "") return server;
  return {
    ...server,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    // A password is never sent in clear text unless the URL allows it.
    requireTLS: searchParams.get("requireTLS") !== "false",
  };
}
