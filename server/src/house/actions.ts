import { Field, ObjectType } from "type-graphql";
import {
  explain,
  obstacle,
  type ReasonedPolicy,
  type ReasonedRule,
} from "../platform/policy/reasons.ts";
import { refused, userErrorCodes, type Refused, type UserErrorCode } from "./refusal.ts";

@ObjectType({ description: "Why the viewer may do something, or may not." })
export class ActionReason {
  @Field(() => String, {
    description: "For programs. Accept values that you do not know: more will come.",
  })
  code!: string;
  @Field(() => String, {
    description: "For people, in English: why; and when it is not allowed, what to do.",
  })
  message!: string;
}

@ObjectType({
  description: "Whether the viewer may do one thing, and why: from the rules themselves.",
})
export class ActionAnswer {
  @Field(() => String, {
    description: "What it is about: a value of the object's own enum of actions.",
  })
  action!: string;
  @Field(() => Boolean, { description: "Whether they may." })
  allowed!: boolean;
  @Field(() => ActionReason, { description: "Why, or why not." })
  reason!: ActionReason;
}

/** What a policy says to this standing in this state, for a field such as `viewerActions`. */
export function answerActions<Standing, State>(
  policy: ReasonedPolicy<string, Standing, State>,
  standing: Standing,
  state: State,
): ActionAnswer[] {
  return explain(policy, standing, state).map(({ action, allowed, reason }) =>
    Object.assign(new ActionAnswer(), {
      action,
      allowed,
      reason: Object.assign(new ActionReason(), reason),
    }),
  );
}

/** Refuses, with the rule's own words, what it does not allow. */
export function demand<Standing, State>(
  rule: ReasonedRule<Standing, State>,
  who: { standing: Standing; state: State },
  field?: string[],
): void {
  const refusal = refusalBy(rule, who, field);
  if (refusal) throw refusal;
}

/** The same without throwing it, for a wish that is met in part. */
export function refusalBy<Standing, State>(
  rule: ReasonedRule<Standing, State>,
  who: { standing: Standing; state: State },
  field?: string[],
): Refused | null {
  const unmet = obstacle(rule, who.standing, who.state);
  return unmet && refused(codeOf(unmet.code), unmet.message, field);
}

/** A reason that callers act on is a code of its own; every other one is FORBIDDEN. */
const codeOf = (code: string): UserErrorCode =>
  code in userErrorCodes ? (code as UserErrorCode) : "FORBIDDEN";
