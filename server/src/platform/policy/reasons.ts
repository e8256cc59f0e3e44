/** One thing that a rule asks for, with what it tells those for whom it is so, and those for whom it is not. */
export interface Condition<Standing, State> {
  /** For programs, in capitals. */
  readonly code: string;
  /** Why one may, in a sentence. */
  readonly because: string | ((standing: Standing, state: State) => string);
  /** Why one may not, and what to do then. */
  readonly otherwise: string;
  readonly holds: (standing: Standing, state: State) => boolean;
}

/** A row of a policy that can say why. It is asked like any other row. */
export interface ReasonedRule<Standing, State> {
  (standing: Standing, state: State): boolean;
  /** All of them must hold. The first says who may; the others, when. */
  readonly conditions: readonly Condition<Standing, State>[];
}

export type ReasonedPolicy<Action extends string, Standing, State> = Readonly<
  Record<Action, ReasonedRule<Standing, State>>
>;

/** Why somebody may, or may not, do something. */
export interface Reason {
  code: string;
  message: string;
}

/** The rule that wants all of these. What stands in the way first is told first. */
export function needs<Standing, State>(
  ...conditions: readonly [Condition<Standing, State>, ...Condition<Standing, State>[]]
): ReasonedRule<Standing, State> {
  const rule = (standing: Standing, state: State) =>
    conditions.every((condition) => condition.holds(standing, state));
  return Object.assign(rule, { conditions });
}

/** What stands in the way; null when nothing does. */
export function obstacle<Standing, State>(
  rule: ReasonedRule<Standing, State>,
  standing: Standing,
  state: State,
): Reason | null {
  const unmet = rule.conditions.find((condition) => !condition.holds(standing, state));
  return unmet ? { code: unmet.code, message: unmet.otherwise } : null;
}

/** Every action of a policy with whether it is open, and why. */
export function explain<Action extends string, Standing, State>(
  policy: ReasonedPolicy<Action, Standing, State>,
  standing: Standing,
  state: State,
): { action: Action; allowed: boolean; reason: Reason }[] {
  return (Object.keys(policy) as Action[]).map((action) => {
    const rule = policy[action];
    const reason = obstacle(rule, standing, state);
    if (reason) return { action, allowed: false, reason };
    const [{ code, because }] = rule.conditions;
    const message = typeof because === "string" ? because : because(standing, state);
    return { action, allowed: true, reason: { code, message } };
  });
}
