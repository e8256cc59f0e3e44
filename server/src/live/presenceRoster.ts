import type { Glance } from "./presenceStore.ts";

/** So many are told by name; of the others only the number is. */
export const SHOWN = 50;

/** Who has a group open on any node, as this node knows it, and who of them are shown by name. */
export class Roster {
  /** By person: the nodes that they are on. */
  readonly #nodes = new Map<string, Set<string>>();
  #shown: string[] = [];

  get count(): number {
    return this.#nodes.size;
  }

  has(personId: string, node: string): boolean {
    return this.#nodes.get(personId)?.has(node) ?? false;
  }

  take({ whole, stays }: Glance): void {
    if (whole) this.#nodes.clear();
    for (const { personId, node, here } of stays) {
      const nodes = this.#nodes.get(personId);
      if (here && nodes) nodes.add(node);
      else if (here) this.#nodes.set(personId, new Set([node]));
      else if (nodes?.delete(node) && nodes.size === 0) this.#nodes.delete(personId);
    }
  }

  /** Whoever was shown stays so while they are here; places that become free are filled with those who came first. */
  show(): readonly string[] {
    this.#shown = this.#shown.filter((person) => this.#nodes.has(person));
    if (this.#shown.length === Math.min(SHOWN, this.#nodes.size)) return this.#shown;
    const shown = new Set(this.#shown);
    for (const person of this.#nodes.keys()) {
      if (shown.size === SHOWN) break;
      shown.add(person);
    }
    this.#shown = [...shown];
    return this.#shown;
  }
}
