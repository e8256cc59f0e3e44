/** What a limit's server needs of the protocol: an acknowledgement, and which room an operation is for. */
export class Rooms<Socket> {
  readonly #rooms = new Map<number, Set<Socket>>();

  /** The answer to a client's message, if there is one. */
  hear(socket: Socket, text: string): string | null {
    const message = JSON.parse(text) as { type: string; id?: string };
    if (message.type === "connection_init") return '{"type":"connection_ack"}';
    if (message.type !== "subscribe" || !message.id) return null;
    const room = Number(message.id.slice(1, 7));
    const members = this.#rooms.get(room) ?? new Set();
    members.add(socket);
    this.#rooms.set(room, members);
    return null;
  }

  of(room: number): Iterable<Socket> {
    return this.#rooms.get(room) ?? [];
  }

  leave(socket: Socket): void {
    for (const members of this.#rooms.values()) members.delete(socket);
  }
}
