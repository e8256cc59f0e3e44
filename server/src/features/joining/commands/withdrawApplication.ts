import type { Context } from "../../../house/context.ts";
import type { WithdrawApplicationInput } from "../types/inputs.ts";
import { onApplication } from "./onApplication.ts";

/** Takes one's own application back. One that was taken back stays so. */
export function withdrawApplication(
  ctx: Context,
  input: WithdrawApplicationInput,
): Promise<string> {
  const about = {
    id: input.applicationId,
    event: "WITHDRAW",
    isDone: ({ state }: { state: string }) => state === "WITHDRAWN",
  } as const;
  return onApplication(ctx, about, ({ application }) => {
    application.state = "WITHDRAWN";
    application.dueAt = null;
  });
}
