import { ApolloLink } from "@apollo/client";
import { map } from "rxjs";
import { setSignedIn } from "../session/session.ts";

/** Every answer that says who is reading, or that nobody is, settles the session's state. */
export const sessionLink = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    map((result) => {
      const unknown = result.errors?.some((one) => one.extensions?.["code"] === "UNAUTHENTICATED");
      if (unknown) setSignedIn(false);
      else if (result.data && "viewer" in result.data) setSignedIn(result.data["viewer"] !== null);
      return result;
    }),
  ),
);
