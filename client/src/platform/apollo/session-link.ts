import { ApolloLink } from "@apollo/client";
import { map } from "rxjs";
import { setSignedIn } from "../session/session.ts";

/** Every answer that says who is reading, or that nobody is, settles the session's state. */
export const sessionLink = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    map((result) => {
      const unknown = result.errors?.some((one) => one.extensions?.["code"] === "UNAUTHENTICATED");
      if (unknown) setSignedIn(false);
      // With an error, a null viewer can be one that broke on the way; it says nothing.
      else if (!result.errors && result.data && "viewer" in result.data)
        setSignedIn(result.data["viewer"] !== null);
      return result;
    }),
  ),
);
