import { once } from "node:events";
import { mkdtemp, readdir, readFile, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Log } from "../../ground/kernel/log.ts";
import { silentLog } from "../../ground/kernel/log.ts";
import { type Mail, openMail } from "./index.ts";

const FROM = "Acme Market <market@acme.example>";
const TOKEN = "canary-token-5f1c";
const mail: Mail = {
  to: "ann@brand.example",
  subject: "Bestätigen Sie Ihre Adresse",
  text: `Guten Tag,\n\nhttps://market.example/join?token=${TOKEN}\n`,
  html: `<p>Guten Tag, <a href="https://market.example/join?token=${TOKEN}">weiter</a></p>`,
  messageId: "<0190a1b2-0000-7000-8000-000000000001@market.example>",
};

/** A minimal mail server that accepts everything and stores what it receives. */
async function startMailServer({ refuse = false } = {}) {
  const taken: { readonly commands: string[]; readonly message: string }[] = [];
  const server = createServer((socket) => {
    let commands: string[] = [];
    let data: string | undefined;
    let rest = "";
    const say = (line: string) => socket.write(`${line}\r\n`);
    say("220 tiny ESMTP");
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString()).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (data !== undefined && line !== ".") {
          data += `${line}\r\n`;
        } else if (data !== undefined) {
          taken.push({ commands, message: data });
          [commands, data] = [[], undefined];
          say("250 taken");
        } else {
          commands.push(line);
          if (line === "DATA") data = "";
          if (line === "QUIT") socket.end("221 bye\r\n");
          else say(answerTo(line, refuse));
        }
      }
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { taken, port: address.port, url: `smtp://127.0.0.1:${address.port}` };
}

function answerTo(line: string, refuse: boolean): string {
  if (line === "DATA") return "354 go on";
  if (line === "STARTTLS") return "454 TLS not available";
  return refuse && line.startsWith("RCPT") ? "550 nobody here" : "250 yes";
}

async function openTestFolder(log: Log = silentLog) {
  const folder = join(await mkdtemp(join(tmpdir(), "interchange-mail-")), "mail");
  return { folder, transport: openMail({ smtpUrl: null, from: FROM }, folder, log) };
}

async function written(folder: string): Promise<string[]> {
  const files = await readdir(folder);
  return Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
}

test("without a mail server, a message is a file that mail programs open and only its owner can read", async () => {
  const { folder, transport } = await openTestFolder();
  await transport.send(mail);
  const [file = ""] = await readdir(folder);
  expect(file).toBe("0190a1b2-0000-7000-8000-000000000001.eml");
  const [message = ""] = await written(folder);
  const headers = message.split("\r\n\r\n", 1)[0]?.split(/\r\n(?!\s)/);
  expect(headers).toEqual(
    expect.arrayContaining([
      "From: Acme Market <market@acme.example>",
      "To: ann@brand.example",
      "Subject: =?UTF-8?Q?Best=C3=A4tigen_Sie_Ihre_Adresse?=",
      `Message-ID: ${mail.messageId}`,
      "Auto-Submitted: auto-generated",
      "MIME-Version: 1.0",
      expect.stringMatching(/^Date: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/),
      expect.stringMatching(/^Content-Type: multipart\/alternative;/),
    ]),
  );
  // Plain text comes first, for programs that show nothing else.
  expect(message.indexOf("text/plain")).toBeLessThan(message.indexOf("text/html"));
  expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test("the log says that a mail was written, to whom and about what, but not its content", async () => {
  const lines: string[] = [];
  const note = (fields: unknown, message: string) => void lines.push(JSON.stringify([fields, message]));
  const { transport } = await openTestFolder({ info: note, line: note, warn: note, error: note });
  await transport.send(mail);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(mail.to);
  expect(lines[0]).toContain(mail.subject);
  expect(lines[0]).not.toContain(TOKEN);
});

test("a message that is sent again is in the folder once", async () => {
  const { folder, transport } = await openTestFolder();
  await transport.send(mail);
  await transport.send(mail);
  expect(await readdir(folder)).toHaveLength(1);
});

test("a mail server receives the message for one recipient", async () => {
  const server = await startMailServer();
  await openMail({ smtpUrl: server.url, from: FROM }, "", silentLog).send(mail);
  const [{ commands, message } = { commands: [], message: "" }] = server.taken;
  expect(commands.slice(1)).toEqual(["MAIL FROM:<market@acme.example>", "RCPT TO:<ann@brand.example>", "DATA"]);
  expect(message).toContain(`Message-ID: ${mail.messageId}`);
});

test("if the mail server refuses a message, it is not sent, and the job gets the error", async () => {
  const server = await startMailServer({ refuse: true });
  const sent = openMail({ smtpUrl: server.url, from: FROM }, "", silentLog).send(mail);
  await expect(sent).rejects.toThrow(/550 nobody here/);
});

test("a password is not sent to a server without TLS, unless the operator allows it", async () => {
  const server = await startMailServer();
  const url = `smtp://user:hunter2@127.0.0.1:${server.port}`;
  const sent = openMail({ smtpUrl: url, from: FROM }, "", silentLog).send(mail);
  await expect(sent).rejects.toThrow(/STARTTLS/);
  expect(server.taken).toEqual([]);
  await openMail({ smtpUrl: `${url}?requireTLS=false`, from: FROM }, "", silentLog).send(mail);
  expect(server.taken).toHaveLength(1);
});

test.each([
  ["two addresses", "ann@brand.example, eve@evil.example"],
  ["a second header", "ann@brand.example\r\nBcc: eve@evil.example"],
  ["a second command", "ann@brand.example>\r\nRCPT TO:<eve@evil.example"],
  ["a name that hides an address", '"eve@evil.example" <ann@brand.example>'],
])("%s in place of an address reach nobody else", async (_, to) => {
  const server = await startMailServer();
  await openMail({ smtpUrl: server.url, from: FROM }, "", silentLog)
    .send({ ...mail, to })
    .catch(() => undefined);
  const recipients = server.taken.flatMap(({ commands }) => commands.filter((line) => line.startsWith("RCPT")));
  expect(recipients.join()).not.toContain("<eve@evil.example>");
  expect(server.taken.map(({ message }) => message).join()).not.toMatch(/^bcc:/im);
});

test("a subject cannot inject a header", async () => {
  const { folder, transport } = await openTestFolder();
  await transport.send({ ...mail, subject: "Hello\r\nBcc: eve@evil.example\r\n\r\n<b>body</b>" });
  const [message = ""] = await written(folder);
  expect(message).not.toMatch(/^bcc:/im);
  expect(message.split("\r\n\r\n", 1)[0]).toMatch(/^Message-ID:/m);
});
