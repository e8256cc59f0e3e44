import { openHouse, type OpenHouse } from "../../openHouse.ts";
import type { Config } from "../../platform/config/config.ts";
import { createLog } from "../../platform/log/log.ts";
import { Actor, testConfig, World } from "../../testing/world.ts";

/** A world and a second node of the same installation. */
export class TwoHouses {
  readonly world: World;
  readonly #second: OpenHouse;

  private constructor(world: World, second: OpenHouse) {
    this.world = world;
    this.#second = second;
  }

  static async open(postgresUrl: string, given: Partial<Config>): Promise<TwoHouses> {
    const world = await World.open(postgresUrl, given);
    const second = await openHouse({
      config: { ...testConfig, ...given },
      log: createLog({ level: "error" }),
      databaseUrl: world.databaseUrl,
    });
    return new TwoHouses(world, second);
  }

  /** The same person, served by the second node. */
  elsewhere(actor: Actor): Actor {
    return new Actor(this.#second, actor.viewer);
  }

  async close(): Promise<void> {
    await this.#second.close();
    await this.world.close();
  }
}
