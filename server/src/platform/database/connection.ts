/** A URL whose host is a socket folder (`?host=/dir`) or an ordinary one, as the ORM wants them. */
export function connectionOf(url: string) {
  const socket = /[?&]host=([^&]+)/.exec(url)?.[1];
  if (!socket) return { clientUrl: url };
  const [, user = "postgres", dbName = "postgres"] =
    /^postgres(?:ql)?:\/\/([^:@/]*)[^/]*\/([^?]*)/.exec(url) ?? [];
  return {
    host: decodeURIComponent(socket),
    user: decodeURIComponent(user),
    dbName: decodeURIComponent(dbName),
  };
}
