import { Migration } from "@mikro-orm/migrations";

/** Whom a message mentions is found by the message: an edit in a large group looked at each of its members. */
export class MentionsOfMessage extends Migration {
  override up(): void {
    this.addSql(/* sql */ `create index mention_message on mention (message_id);`);
  }
}
