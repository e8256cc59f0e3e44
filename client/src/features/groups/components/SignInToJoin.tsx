import { Trans } from "@lingui/react/macro";
import { Link } from "../../../platform/router/Link.tsx";
import { buttonLook } from "../../../ui/button-look.ts";

/** Both ways in lead back to the invitation. */
export function SignInToJoin({ token }: { token: string }) {
  const next = `?next=${encodeURIComponent(`/join/${token}`)}`;
  return (
    <div className="grid gap-3">
      <p className="text-sm">
        <Trans>
          In Baraza, health workers talk in small groups. What is said in a group is for its members
          only.
        </Trans>
      </p>
      <Link to={`/sign-up${next}`} className={buttonLook("primary", true)}>
        <Trans>Make an account and join</Trans>
      </Link>
      <Link to={`/sign-in${next}`} className={buttonLook("plain", true)}>
        <Trans>I have an account</Trans>
      </Link>
    </div>
  );
}
