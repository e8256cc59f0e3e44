import { Cohort, type CohortOptions } from "./cohort.ts";

/** The cohorts of one node, by what they are shown. */
export class Cohorts {
  readonly #cohorts = new Map<string, Cohort>();

  get size(): number {
    return this.#cohorts.size;
  }

  /** The cohort under `key`; a new one starts at `from`. It goes when nobody is left in it. */
  find(key: string, from: number, options: () => Omit<CohortOptions, "onEmpty">): Cohort {
    let cohort = this.#cohorts.get(key);
    if (!cohort) {
      const onEmpty = () => this.#cohorts.delete(key);
      cohort = new Cohort({ ...options(), onEmpty }, from);
      this.#cohorts.set(key, cohort);
    }
    return cohort;
  }
}
