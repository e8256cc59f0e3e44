/** Who may reach a root field at all; what they may do behind it, the room's policy says. */
export interface RootRule {
  /** What an app must have been granted, `resource:action`. */
  scope: string;
  /** Whether a stranger may ask. */
  anonymous?: true;
}

/** Every root field of a room by its name. A field without a row does not start. */
export type RootRules = Readonly<Record<string, RootRule>>;

/**
 * One screen of rules: for each action, who (a standing) may do it and in which state of the thing.
 * Pure, so that writes, reads, live delivery and the screen's `viewerCan` can all ask it.
 */
export type Policy<Action extends string, Standing, State> = Readonly<
  Record<Action, (standing: Standing, state: State) => boolean>
>;

/** The actions that are open to this standing in this state, in the policy's order. */
export function allowed<Action extends string, Standing, State>(
  policy: Policy<Action, Standing, State>,
  standing: Standing,
  state: State,
): Action[] {
  return (Object.keys(policy) as Action[]).filter((action) => policy[action](standing, state));
}
