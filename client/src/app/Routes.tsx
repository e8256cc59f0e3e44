import { useRoutes, type RouteObject } from "react-router";
import { discussionRoutes } from "../features/discussion/routes.tsx";
import { groupRoutes, joinRoutes } from "../features/groups/routes.tsx";
import { inboxRoutes } from "../features/inbox/routes.tsx";
import { networkRoutes } from "../features/networks/routes.tsx";
import { accountRoutes, peopleRoutes } from "../features/people/routes.tsx";
import { NotHere } from "../platform/session/NotHere.tsx";
import { Door } from "./shell/Door.tsx";
import { Shell } from "./shell/Shell.tsx";

const routes: RouteObject[] = [
  // Before the door: nobody needs to be signed in.
  { element: <Door />, children: [...accountRoutes, ...joinRoutes] },
  {
    element: <Shell />,
    children: [
      ...inboxRoutes,
      ...networkRoutes,
      ...groupRoutes,
      ...discussionRoutes,
      ...peopleRoutes,
      { path: "*", element: <NotHere /> },
    ],
  },
];

export function AppRoutes() {
  return useRoutes(routes);
}
