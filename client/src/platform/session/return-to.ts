/** The way back after signing in. Only a path of this site is taken, so a link can't send anybody elsewhere. */
export function returnTo(search: string): string {
  const next = new URLSearchParams(search).get("next") ?? "/";
  return /^\/(?![/\\])/.test(next) ? next : "/";
}

export function signInPath(here: { pathname: string; search: string }): string {
  const next = here.pathname + here.search;
  return next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}
