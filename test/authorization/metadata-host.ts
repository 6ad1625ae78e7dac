import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { generate } from "selfsigned";

/** The place where an application that is not registered describes itself: its own URL, over https. */
export interface MetadataHost {
  /** Publishes the description of a client, and returns its id, which is the URL of the description. */
  describe(name: string, metadata: Readonly<Record<string, unknown>>): string;
  /** Serves something that is not a description. */
  serve(
    name: string,
    answer: { readonly status?: number; readonly headers?: Record<string, string>; readonly body: string },
  ): string;
  /** How often a path was requested. */
  asked(name: string): number;
  close(): void;
}

/** On loopback, with a certificate that this process trusts. */
export async function openMetadataHost(): Promise<MetadataHost> {
  const altNames = [{ type: 7, ip: "127.0.0.1" }] as const;
  const { private: key, cert } = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    extensions: [
      { name: "basicConstraints", cA: true },
      { name: "subjectAltName", altNames: [...altNames] },
    ],
  });
  const trusted = getCACertificates("default");
  setDefaultCACertificates([...trusted, cert]);
  const documents = new Map<string, { status?: number; headers?: Record<string, string>; body: string }>();
  const counts = new Map<string, number>();
  const server = createServer({ key, cert }, (request, response) => {
    const path = request.url ?? "";
    counts.set(path, (counts.get(path) ?? 0) + 1);
    const { status = 200, headers = {}, body } = documents.get(path) ?? { status: 404, body: "{}" };
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const host: MetadataHost = {
    describe(name, metadata) {
      const id = `${address}/${name}`;
      return host.serve(name, { body: JSON.stringify({ client_id: id, ...metadata }) });
    },
    serve(name, answer) {
      documents.set(`/${name}`, answer);
      return `${address}/${name}`;
    },
    asked: (name) => counts.get(`/${name}`) ?? 0,
    close() {
      server.close();
      // The next host in this process has a certificate of its own with the same name, and the old one would interfere.
      setDefaultCACertificates(trusted);
    },
  };
  return host;
}
