export type Params = Record<string, string | undefined>;

/**
 * The named parts of a path that has a pattern's shape: "/groups/:groupId", or "/groups/:groupId/*" for
 * everything below as well. Null for any other path.
 */
export function matchPath(pattern: string, pathname: string): Params | null {
  const wanted = split(pattern);
  const open = wanted.at(-1) === "*";
  if (open) wanted.pop();
  const given = split(pathname);
  if (open ? given.length < wanted.length : given.length !== wanted.length) return null;
  const params: Params = {};
  for (const [at, part] of wanted.entries()) {
    const own = given[at];
    if (part.startsWith(":")) params[part.slice(1)] = decode(own);
    else if (part !== own) return null;
  }
  return params;
}

function split(path: string): string[] {
  return path.split("/").filter(Boolean);
}

/** A broken escape is taken as it is: it names nothing, and the page says so. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
