// One process of the load client. It obeys the benchmark that started it, over Node's own channel.
import { clock, pause } from "../harness/clock.ts";
import { Connection, type Counts } from "./connection.ts";
import type { Collected, MeasureOrder, OpenOrder, Order } from "./protocol.ts";
import { RoomLog } from "./room.ts";

const connections: Connection[] = [];
const rooms = new Map<number, RoomLog>();
let done: number[] = [];
let keep = 0;
let startedAt = clock();
let startedCpu = process.cpuUsage();

const counts: Counts = {
  deliveries: 0,
  bytes: 0,
  received: 0,
  doubled: 0,
  missed: 0,
  different: 0,
  closed: {},
  strange: [],
  times: false,
  done(room, seq, at) {
    if (done.length === 0) setImmediate(tell);
    done.push(room, seq, at);
    if (kept >= keep) rooms.get(room)?.updates.delete(seq);
    else kept += 1;
  },
};
let kept = 0;

function tell(): void {
  process.send?.({ done });
  done = [];
}

function roomLog(room: number): RoomLog {
  const log = rooms.get(room) ?? new RoomLog(room);
  rooms.set(room, log);
  return log;
}

async function open(order: OpenOrder): Promise<void> {
  let ready = 0;
  const from = clock();
  for (const [i, opening] of order.openings.entries()) {
    const due = from + (i * 1000) / order.rate;
    if (due > clock() + 1) await pause(due - clock());
    const logs = opening.rooms.map(roomLog);
    for (const log of logs) log.members += 1;
    let first = true;
    const onReady = () => {
      if (first) ready += 1;
      first = false;
      if (ready === order.openings.length) process.send?.({ opened: clock() - from });
    };
    connections.push(new Connection({ order, opening, logs, counts, onReady }));
  }
}

function measure(order: MeasureOrder): void {
  for (const log of rooms.values())
    for (const [seq, { count }] of log.updates) if (count === log.members) log.updates.delete(seq);
  Object.assign(counts, {
    deliveries: 0,
    bytes: 0,
    received: 0,
    doubled: 0,
    missed: 0,
    different: 0,
  });
  counts.times = order.times;
  ({ keep } = order);
  kept = 0;
  startedAt = clock();
  startedCpu = process.cpuUsage();
  process.send?.({ measuring: true });
}

function collect(): void {
  const { user, system } = process.cpuUsage(startedCpu);
  const wallMs = clock() - startedAt;
  const payloads: Collected["payloads"] = [];
  const times: number[][] = [];
  for (const log of rooms.values())
    for (const update of log.updates.values()) {
      const { seq, frame, payloadAt, payloadEnd } = update;
      if (update.count < log.members) continue;
      payloads.push({
        room: log.room,
        seq,
        payload: frame.toString("utf8", payloadAt, payloadEnd),
      });
      if (update.times) times.push([log.room, seq, ...update.times]);
    }
  const { deliveries, bytes, received, doubled, missed, different, closed, strange } = counts;
  const collected: Collected = {
    deliveries,
    bytes,
    received,
    doubled,
    missed,
    different,
    closed,
    strange,
    cpuMs: (user + system) / 1000,
    wallMs,
    payloads,
    times,
  };
  process.send?.({ collected });
}

function obey(order: Order): void {
  switch (order.do) {
    case "open":
      return void open(order);
    case "measure":
      return measure(order);
    case "collect":
      return collect();
    case "stall":
      for (const connection of connections) connection.stall();
      return;
    case "resume":
      for (const connection of connections) connection.resume();
      return;
    case "close":
      for (const connection of connections) connection.end();
      connections.length = 0;
      rooms.clear();
      process.send?.({ allClosed: true });
  }
}

process.on("message", (message: Partial<Order>) => {
  if (message.do !== undefined) obey(message as Order);
});
