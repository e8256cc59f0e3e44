// What other rooms may use of this one.
export { unreadThreadCount } from "./loaders/threads.ts";
export { findThread, getMessage, listUnreadThreads } from "./queries.ts";
export { Message, MessageConnection, Thread, ThreadConnection } from "./types.ts";
