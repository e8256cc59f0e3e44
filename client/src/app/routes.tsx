import type { RouteObject } from "../platform/router/router.tsx";
import { boardRoutes } from "../features/board/routes.tsx";
import { administrationRoutes } from "../features/administration/routes.tsx";
import { directoryRoutes } from "../features/directory/routes.tsx";
import { discussionRoutes } from "../features/discussion/routes.tsx";
import { groupRoutes, joinRoutes } from "../features/groups/routes.tsx";
import { joiningRoutes } from "../features/joining/routes.tsx";
import { inboxRoutes } from "../features/inbox/routes.tsx";
import { networkRoutes } from "../features/networks/routes.tsx";
import { organisationRoutes } from "../features/organisations/routes.tsx";
import { programmeRoutes } from "../features/programmes/routes.tsx";
import { accountRoutes, peopleRoutes } from "../features/people/routes.tsx";
import { NotHere } from "../platform/session/NotHere.tsx";
import { Door } from "./shell/Door.tsx";
import { Shell } from "./shell/Shell.tsx";

export const routes: readonly RouteObject[] = [
  // Before the door: nobody needs to be signed in.
  { element: <Door />, children: [...accountRoutes, ...joinRoutes] },
  {
    element: <Shell />,
    children: [
      ...inboxRoutes,
      ...networkRoutes,
      ...administrationRoutes,
      ...directoryRoutes,
      ...boardRoutes,
      ...organisationRoutes,
      ...programmeRoutes,
      ...groupRoutes,
      ...joiningRoutes,
      ...discussionRoutes,
      ...peopleRoutes,
      { path: "*", element: <NotHere /> },
    ],
  },
];
