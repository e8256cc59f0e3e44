// type-graphql with a DataLoader for the authors, over graphql-ws. Decorators are called as functions: this file is run
// as it is, and Node does not know their notation.
import "reflect-metadata";
import { createPubSub } from "@graphql-yoga/subscription";
import DataLoader from "dataloader";
import {
  Arg,
  buildSchema,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  InterfaceType,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import { author, eventOf, threadId } from "../load/event.ts";
import { onPublish } from "./control.ts";
import { serveGraphqlWs } from "./overWs.ts";
import { isViewer } from "./schema.ts";

interface PeerContext {
  people: DataLoader<string, typeof author>;
  viewer?: string;
}

type Fields = Record<string, [type: () => any, nullable?: boolean]>;
function fields(target: new () => object, all: Fields): void {
  for (const [name, [type, nullable = false]] of Object.entries(all))
    Field(type, { nullable })(target.prototype, name);
}

const live: Fields = {
  cursor: [() => String],
  seq: [() => Int],
  prev: [() => Int],
  at: [() => String],
};

abstract class LiveUpdate {}
InterfaceType({ resolveType: (value: object) => value.constructor.name })(LiveUpdate);
fields(LiveUpdate as new () => object, live);

class Live extends LiveUpdate {}
ObjectType({ implements: LiveUpdate })(Live);

class Person {
  id!: string;
}
ObjectType()(Person);
fields(Person, { id: [() => ID], name: [() => String], profession: [() => String, true] });

class Message {
  authorId!: string;
}
ObjectType()(Message);
fields(Message, {
  id: [() => ID],
  seq: [() => Int],
  body: [() => String],
  version: [() => Int],
  createdAt: [() => String],
  editedAt: [() => String, true],
  withdrawnAt: [() => String, true],
  authorRole: [() => String, true],
});

class MessageSent extends LiveUpdate {}
ObjectType({ implements: LiveUpdate })(MessageSent);
fields(MessageSent, { message: [() => Message] });

const ThreadUpdate = createUnionType({
  name: "ThreadUpdate",
  types: () => [MessageSent, Live] as const,
  resolveType: (value: object) => value.constructor as never,
});

class MessageResolver {
  async author(message: Message, { people }: PeerContext): Promise<Person> {
    return Object.assign(new Person(), await people.load(message.authorId));
  }
}
Resolver(() => Message)(MessageResolver);
Root()(MessageResolver.prototype, "author", 0);
Ctx()(MessageResolver.prototype, "author", 1);
FieldResolver(() => Person)(MessageResolver.prototype, "author", {} as PropertyDescriptor);

class PersonResolver {
  isViewer(person: Person, context: PeerContext): boolean {
    return isViewer(person, {}, context);
  }
}
Resolver(() => Person)(PersonResolver);
Root()(PersonResolver.prototype, "isViewer", 0);
Ctx()(PersonResolver.prototype, "isViewer", 1);
FieldResolver(() => Boolean)(PersonResolver.prototype, "isViewer", {} as PropertyDescriptor);

class ThreadResolver {
  nothing(): boolean {
    return true;
  }

  threadUpdates(update: object): object {
    return update;
  }
}
Resolver()(ThreadResolver);
Query(() => Boolean)(ThreadResolver.prototype, "nothing", {} as PropertyDescriptor);
Root()(ThreadResolver.prototype, "threadUpdates", 0);
Arg("threadId", () => ID)(ThreadResolver.prototype, "threadUpdates", 1);
Subscription(() => ThreadUpdate, {
  topics: ({ args }) => (args as { threadId: string }).threadId,
})(ThreadResolver.prototype, "threadUpdates", {} as PropertyDescriptor);

const pubSub = createPubSub<Record<string, [event: object]>>();
const schema = await buildSchema({
  resolvers: [ThreadResolver, MessageResolver, PersonResolver],
  orphanedTypes: [Live],
  pubSub,
  validate: false,
});
const read = async (ids: readonly string[]) => ids.map(() => author);
serveGraphqlWs(schema, () => ({ people: new DataLoader(read) }));

onPublish((room, seq) => {
  const event = eventOf(room, seq);
  const message = Object.assign(new Message(), event.message, {
    authorId: event.message.author.id,
  });
  pubSub.publish(threadId(room), Object.assign(new MessageSent(), event, { message }));
});
