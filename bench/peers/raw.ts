// A limit: no WebSocket library either. One frame is built an update and written to each bare socket of the room.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { Duplex } from "node:stream";
import { operationId, payloadOf } from "../load/event.ts";
import { listen, onPublish } from "./control.ts";
import { Rooms } from "./rooms.ts";

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const rooms = new Rooms<Duplex>();

function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const head =
    body.length < 126
      ? Buffer.from([0x81, body.length])
      : Buffer.from([0x81, 126, body.length >> 8, body.length & 255]);
  return Buffer.concat([head, body]);
}

/** The texts of a chunk of small, whole, unmasked-by-zero frames: all that the load client sends. */
function* textsIn(chunk: Buffer): Generator<string> {
  for (let at = 0; at < chunk.length;) {
    let length = chunk[at + 1] & 127;
    let head = 6;
    if (length === 126) {
      length = chunk.readUInt16BE(at + 2);
      head = 8;
    }
    if ((chunk[at] & 15) === 1) yield chunk.toString("utf8", at + head, at + head + length);
    at += head + length;
  }
}

const server = createServer();
server.on("upgrade", (request, socket) => {
  const key = request.headers["sec-websocket-key"] ?? "";
  const accept = createHash("sha1")
    .update(key + GUID)
    .digest("base64");
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`,
  );
  socket.on("data", (chunk: Buffer) => {
    for (const text of textsIn(chunk)) {
      const answer = rooms.hear(socket, text);
      if (answer) socket.write(frame(answer));
    }
  });
  socket.on("error", () => socket.destroy());
  socket.on("close", () => rooms.leave(socket));
});
listen(server);
onPublish((room, seq) => {
  const text = `{"id":"${operationId(room)}","type":"next","payload":${payloadOf(room, seq)}}`;
  const bytes = frame(text);
  for (const socket of rooms.of(room)) socket.write(bytes);
});
