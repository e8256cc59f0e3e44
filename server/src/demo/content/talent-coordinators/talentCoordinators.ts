import type { DemoGroup } from "../types.ts";
import { talentCoordinatorsSharingTheWork } from "./sharingTheWork.ts";
import { talentCoordinatorsWhatTravels } from "./whatTravels.ts";

export const talentCoordinators: DemoGroup = {
  key: "talent-coordinators",
  name: "Coordinators",
  kind: "COORDINATORS",
  country: null,
  description: "The coordinators of all TALENT Groups, on how to hold a group.",
  timeZone: "Etc/UTC",
  people: [],
  joined: [],
  threads: [...talentCoordinatorsSharingTheWork, ...talentCoordinatorsWhatTravels],
};
