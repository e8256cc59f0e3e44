// A limit: no GraphQL, one JSON text an update, and ws's own send of a string to each socket of the room.
import { createServer } from "node:http";
import { WebSocketServer, type WebSocket } from "ws";
import { operationId, payloadOf } from "../load/event.ts";
import { listen, onPublish } from "./control.ts";
import { Rooms } from "./rooms.ts";

const rooms = new Rooms<WebSocket>();
const server = createServer();
const sockets = new WebSocketServer({ server, path: "/graphql" });
sockets.on("connection", (socket) => {
  socket.on("message", (data) => {
    const answer = rooms.hear(socket, (data as Buffer).toString());
    if (answer) socket.send(answer);
  });
  socket.on("close", () => rooms.leave(socket));
});
listen(server);
onPublish((room, seq) => {
  const text = `{"id":"${operationId(room)}","type":"next","payload":${payloadOf(room, seq)}}`;
  for (const socket of rooms.of(room)) socket.send(text);
});
