import { ms, reason, type Report } from "./report.ts";

interface Health {
  status: string;
  checks: { name: string; state: string; since: string; says: string | null }[];
}

/** What each node says of itself. @returns the addresses that serve. */
export async function lookAtNodes(report: Report, urls: readonly string[]): Promise<string[]> {
  const serving: string[] = [];
  for (const url of urls) if (await lookAtNode(report, url)) serving.push(url);
  return serving;
}

async function lookAtNode(report: Report, url: string): Promise<boolean> {
  const startedAt = performance.now();
  let answer: Response;
  try {
    answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(10_000) });
  } catch (error) {
    report.wrong(
      `Nothing answers at ${url} (${reason(error)}).`,
      "Start the node or the proxy, or give the right address: --url https://baraza.example.org",
    );
    return false;
  }
  const took = ms(performance.now() - startedAt);
  const health = (await answer.json().catch(() => null)) as Health | null;
  if (!Array.isArray(health?.checks)) {
    report.wrong(
      `${url} answers ${answer.status}, but not as Baraza does.`,
      "Give the address of Baraza itself, or let the proxy pass /health/ready on.",
    );
    return false;
  }
  for (const { name, state, since, says } of health.checks)
    if (state !== "good")
      report[answer.ok ? "look" : "wrong"](
        `${url} says of its ${name}, since ${since}: ${says}`,
        "docs/operating.md says under Health what to do about it.",
      );
  if (answer.ok) report.right(`${url} is ${health.status} and answers in ${took}.`);
  else report.wrong(`${url} is ${health.status}.`, "What it lacks stands above.");
  return answer.ok;
}
