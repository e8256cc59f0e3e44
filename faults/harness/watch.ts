import type { Play } from "./play.ts";
import { pause } from "./random.ts";

/** Longer than a node takes to find that a silent socket is gone. */
const REFERENCES_MS = 45_000;

/** Looks at the nodes all the while: how much memory they take, and which are ready. */
export function watchStage(play: Play) {
  const { stage, history } = play;
  const memory = setInterval(() => {
    for (const { index, rss } of stage.nodes)
      if (rss > 0) history.add({ kind: "memory", at: Date.now(), node: index, rss });
  }, 1_000);
  const readiness = setInterval(() => {
    void Promise.all(stage.nodes.map((node) => node.isReady())).then(
      (ready) => (play.ready = stage.nodes.filter((_, i) => ready[i])),
    );
  }, 500);
  return {
    stop() {
      clearInterval(memory);
      clearInterval(readiness);
    },
    /** When every follower is gone: what each node still holds, once that is nothing or the time is over. */
    async references(): Promise<void> {
      const until = Date.now() + REFERENCES_MS;
      for (const node of stage.nodes)
        for (;;) {
          const [hubs, followers, holes] = await node.measure(
            "baraza_live_hubs",
            "baraza_live_followers",
            "baraza_stream_hole_total",
          );
          if (hubs + followers > 0 && Date.now() < until) {
            await pause(100);
            continue;
          }
          history.add({
            kind: "references",
            at: Date.now(),
            node: node.index,
            hubs,
            followers,
            holes,
          });
          break;
        }
    },
  };
}
