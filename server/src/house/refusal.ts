import { Field, InterfaceType, ObjectType, registerEnumType } from "type-graphql";

/** Why a wish cannot be met. A caller may meet values that it does not know yet. */
export const userErrorCodes = {
  INVALID_INPUT: "INVALID_INPUT",
  FORBIDDEN: "FORBIDDEN",
  GROUP_FULL: "GROUP_FULL",
  NOT_ELIGIBLE: "NOT_ELIGIBLE",
  OFFER_EXPIRED: "OFFER_EXPIRED",
  STATE_CHANGED: "STATE_CHANGED",
  GROUP_SEALED: "GROUP_SEALED",
  GROUP_CLOSED: "GROUP_CLOSED",
  IDEMPOTENCY_CONFLICT: "IDEMPOTENCY_CONFLICT",
  VERSION_CONFLICT: "VERSION_CONFLICT",
  THREAD_CLOSED: "THREAD_CLOSED",
  ALREADY_EXISTS: "ALREADY_EXISTS",
  INVITATION_USED: "INVITATION_USED",
  INVITATION_EXPIRED: "INVITATION_EXPIRED",
  INVITATION_REVOKED: "INVITATION_REVOKED",
  MEMBERSHIP_DERIVED: "MEMBERSHIP_DERIVED",
  MESSAGE_WITHDRAWN: "MESSAGE_WITHDRAWN",
  UNDO_EXPIRED: "UNDO_EXPIRED",
  LIMIT_REACHED: "LIMIT_REACHED",
  NOT_EMPTY: "NOT_EMPTY",
  LAST_MANAGER: "LAST_MANAGER",
  LAST_COORDINATOR: "LAST_COORDINATOR",
} as const;
export type UserErrorCode = keyof typeof userErrorCodes;
registerEnumType(userErrorCodes, {
  name: "UserErrorCode",
  description: "Why a wish cannot be met. Accept values that you do not know: more will come.",
  valuesConfig: {
    INVALID_INPUT: { description: "A value is wrong; `field` says which." },
    FORBIDDEN: { description: "You can see this, but you may not do that." },
    GROUP_FULL: { description: "All places of the role are taken." },
    NOT_ELIGIBLE: { description: "Your profile does not meet what is asked." },
    OFFER_EXPIRED: { description: "Nothing is held for you any more." },
    STATE_CHANGED: { description: "It is in another state by now: look at it again." },
    GROUP_SEALED: { description: "The group is sealed: it can be read, and nothing is written." },
    GROUP_CLOSED: { description: "The group takes nobody new." },
    IDEMPOTENCY_CONFLICT: { description: "The clientKey was used for another request." },
    VERSION_CONFLICT: { description: "Somebody changed it since you read it." },
    THREAD_CLOSED: { description: "The thread is closed." },
    ALREADY_EXISTS: { description: "There is one already." },
    INVITATION_USED: { description: "The invitation was used." },
    INVITATION_EXPIRED: { description: "The invitation is too old: ask for a new one." },
    INVITATION_REVOKED: { description: "The invitation was taken back." },
    MEMBERSHIP_DERIVED: { description: "Who belongs to this group follows from another role." },
    MESSAGE_WITHDRAWN: { description: "The message was withdrawn." },
    UNDO_EXPIRED: { description: "It is too late to undo this." },
    LIMIT_REACHED: { description: "Too many; try again later." },
    LAST_MANAGER: { description: "The network would have no manager: make another one first." },
    LAST_COORDINATOR: {
      description: "The group would have no coordinator: hand the role on first.",
    },
    NOT_EMPTY: { description: "Something still belongs to it: take that away first." },
  },
});

@InterfaceType({
  description: "Something the caller can put right. Nothing was changed.",
  resolveType: (value: object) => value.constructor.name,
})
export abstract class UserError {
  @Field(() => userErrorCodes, { description: "Why, for programs." })
  code!: UserErrorCode;
  @Field(() => String, { description: "Why and what to do, for people, in English." })
  message!: string;
  @Field(() => [String], { nullable: true, description: "The path of the input that it is about." })
  field?: string[] | null;
}

@ObjectType({ implements: UserError, description: "A refusal that needs no more than its code." })
class Refusal extends UserError {}

@ObjectType()
export abstract class Payload {
  @Field(() => [UserError], { description: "Empty when the wish was met." })
  errors: UserError[] = [];
}

/** Thrown by a command: rolls its transaction back and becomes data in the payload. */
export class Refused extends Error {
  readonly refusal: UserError;

  constructor(refusal: UserError) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** A refusal to throw. `field` names the input that it is about. */
export function refused(code: UserErrorCode, message: string, field?: string[]): Refused {
  return new Refused(Object.assign(new Refusal(), { code, message, field: field ?? null }));
}

/**
 * Runs a command for a resolver: its result in a payload, or its refusal there. Faults pass through.
 * @example answer(RenameThreadPayload, async () => ({ thread: await renameThread(ctx, input) }))
 */
export async function answer<P extends Payload>(
  type: new () => P,
  command: () => Promise<Partial<Omit<P, "errors">>>,
): Promise<P> {
  const payload = new type();
  try {
    return Object.assign(payload, await command());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    payload.errors = [error.refusal];
    return payload;
  }
}
