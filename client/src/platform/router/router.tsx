import {
  createContext,
  startTransition,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from "react";
import type { History, Place } from "./history.ts";
import { matchPath, type Params } from "./match.ts";

/** A page's path and what stands there; without a path, what stands around its children. */
export interface RouteObject {
  path?: string;
  element: ReactNode;
  children?: readonly RouteObject[];
}

interface Standing {
  history: History;
  place: Place;
}

const RouterContext = createContext<Standing | null>(null);
const ParamsContext = createContext<Params>({});
const OutletContext = createContext<ReactNode>(null);

/** Follows a history. A page whose script is still on its way leaves the one before it on the screen. */
export function Router({ history, children }: { history: History; children: ReactNode }) {
  const [place, setPlace] = useState(history.place);
  useEffect(() => {
    const follow = () => startTransition(() => setPlace(history.place()));
    follow();
    return history.listen(follow);
  }, [history]);
  const standing = useMemo(() => ({ history, place }), [history, place]);
  return <RouterContext value={standing}>{children}</RouterContext>;
}

function useStanding(): Standing {
  const standing = use(RouterContext);
  if (!standing) throw new Error("This stands outside of a Router.");
  return standing;
}

/** The first page whose path fits, inside of what stands around it. "*" fits every path. */
export function Routes({ routes }: { routes: readonly RouteObject[] }) {
  const { pathname } = useStanding().place;
  const found = useMemo(() => find(routes, pathname), [routes, pathname]);
  if (!found) return null;
  return (
    <ParamsContext value={found.params}>
      {found.around.reduceRight<ReactNode>(
        (inner, element) => (
          <OutletContext value={inner}>{element}</OutletContext>
        ),
        found.element,
      )}
    </ParamsContext>
  );
}

interface Found {
  element: ReactNode;
  around: readonly ReactNode[];
  params: Params;
}

function find(routes: readonly RouteObject[], pathname: string): Found | null {
  for (const { path, element, children } of routes) {
    if (path !== undefined) {
      const params = path === "*" ? {} : matchPath(path, pathname);
      if (params) return { element, around: [], params };
    }
    const inner = children && find(children, pathname);
    if (inner) return { ...inner, around: [element, ...inner.around] };
  }
  return null;
}

/** Where a route's children stand in what is around them. */
export function Outlet() {
  return use(OutletContext);
}

export function useLocation(): Place {
  return useStanding().place;
}

export function useParams(): Params {
  return use(ParamsContext);
}

export function useMatch(pattern: string): { params: Params } | null {
  const { pathname } = useStanding().place;
  const params = matchPath(pattern, pathname);
  return params && { params };
}

/** Goes to a path of this site. */
export function useNavigate(): History["go"] {
  return useStanding().history.go;
}

export function useSearchParams(): [
  URLSearchParams,
  (next: URLSearchParams, options?: { replace?: boolean }) => void,
] {
  const { history, place } = useStanding();
  const params = useMemo(() => new URLSearchParams(place.search), [place.search]);
  const set = useCallback(
    (next: URLSearchParams, options?: { replace?: boolean }) => {
      const search = next.toString();
      history.go(history.place().pathname + (search && `?${search}`), options);
    },
    [history],
  );
  return [params, set];
}

/** Sends on to another page as soon as it is shown. */
export function Navigate({ to, replace = false }: { to: string; replace?: boolean }) {
  const { history } = useStanding();
  useEffect(() => history.go(to, { replace }), [history, to, replace]);
  return null;
}
