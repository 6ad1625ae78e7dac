import { connect } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

/**
 * A thread that writes a form as fast as its socket accepts it, and ignores a refusal meanwhile: its CPU time is not
 * the server's.
 */
const { port, path, key, shape, bytes } = workerData as {
  readonly port: number;
  readonly path: string;
  readonly key: string;
  readonly shape: string;
  readonly bytes: number;
};
const opening = '--x\r\ncontent-disposition: form-data; name="f"; filename="a.bin"\r\n\r\n';
const closing = "\r\n--x--\r\n";
const body = Buffer.concat([
  Buffer.from(opening),
  Buffer.from(shape.repeat(Math.floor(bytes / shape.length))),
  Buffer.from(closing),
]);
const head = [
  `POST ${path} HTTP/1.1`,
  "host: 127.0.0.1",
  `authorization: Bearer ${key}`,
  "content-type: multipart/form-data; boundary=x",
  `content-length: ${body.length}`,
  "connection: close",
];
const socket = connect(port, "127.0.0.1");
socket.on("error", () => undefined);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
socket.once("data", (answer) => parentPort?.postMessage(Number(answer.toString("latin1").split(" ")[1])));
// In one go, so that one turn of the loop finds as much of it as a socket holds.
socket.write(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]));
