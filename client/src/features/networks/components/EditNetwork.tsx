import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent, type ReactNode } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { NetworkFactsFragment } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { Banner } from "../../../ui/Banner.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Problems } from "../../../ui/Problems.tsx";
import { Section } from "../../../ui/PageFrame.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { LanguagePicker } from "../../people/components/LanguagePicker.tsx";
import { CountryPicker } from "./CountryPicker.tsx";
import { LookFields } from "./LookFields.tsx";
import { RulesFields } from "./RulesFields.tsx";
import { saidOf, together, wishFields, wishOf, type NetworkWish } from "./network-wish.ts";

const EditNetworkDocument = graphql(`
  mutation EditNetwork($input: EditNetworkInput!) {
    editNetwork(input: $input) {
      network {
        ...NetworkFacts
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

interface Props {
  slug: string;
  network: NetworkFactsFragment;
  /** Asks for the network as it is now. */
  again: () => void;
  /** One part of it; all of them when left out. */
  only?: "look" | "places";
}

/** What managers say of a network, saved at once. */
export function EditNetwork({ slug, network, again, only }: Props) {
  const { t } = useLingui();
  // What was there when this person began, and what they make of it.
  const [base, setBase] = useState(() => wishOf(network));
  const [wish, setWish] = useState(base);
  const [version, setVersion] = useState(network.version);
  const [saved, setSaved] = useState(false);
  const { keep, of, besides } = useProblems();
  const { run, busy } = useCommand(EditNetworkDocument, "editNetwork");

  function change(part: Partial<NetworkWish>) {
    setSaved(false);
    setWish((before) => ({ ...before, ...part }));
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const input = { networkId: network.id, expectedVersion: version, ...saidOf(wish) };
    const { done, problems } = keep(await run({ input }));
    // Not every link tells at once what others change: the choice needs what they made of it.
    if (problems.some(({ code }) => code === "VERSION_CONFLICT")) again();
    if (!done) return;
    setVersion((before) => before + 1);
    setBase(wish);
    setSaved(true);
  }
  /** Goes on from what is there now. */
  function settle(choose: (theirs: NetworkWish) => NetworkWish) {
    const theirs = wishOf(network);
    setWish(choose(theirs));
    setBase(theirs);
    setVersion(network.version);
    keep({ problems: [] });
  }
  const text = (name: keyof NetworkWish) => ({
    value: wish[name] as string,
    error: of(name),
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });
  const fields = { wish, onWish: change, errorOf: of };

  return (
    <form className="grid gap-6" onSubmit={submit}>
      <Problems of={besides(...wishFields)} />
      {network.version > version && !busy && (
        <Banner
          tone="care"
          action={
            <div className="flex flex-wrap gap-2">
              <Button onClick={() => settle(together(wish, base))}>
                <Trans>Keep mine</Trans>
              </Button>
              <Button onClick={() => settle((theirs) => theirs)}>
                <Trans>Take theirs</Trans>
              </Button>
            </div>
          }
        >
          <Trans>Somebody changed this network while you had it open.</Trans>
        </Banner>
      )}
      {only !== "places" && (
        <Part title={!only && t`Name and look`}>
          <TextField label={t`Name`} required maxLength={120} {...text("name")} />
          <TextArea label={t`What it is for`} maxLength={2000} {...text("description")} />
          <LookFields slug={slug} {...fields} />
        </Part>
      )}
      {only !== "look" && (
        <Part title={!only && t`Countries and languages`}>
          <CountryPicker
            label={t`Countries`}
            error={of("worksIn")}
            value={wish.worksIn}
            onChange={(worksIn) => change({ worksIn })}
          />
          <LanguagePicker
            label={t`Languages`}
            error={of("languages")}
            value={wish.languages}
            onChange={(languages) => change({ languages })}
          />
        </Part>
      )}
      {!only && <RulesFields {...fields} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" kind="primary" busy={busy} busyLabel={t`Saving`}>
          <Trans>Save</Trans>
        </Button>
        <p role="status" className="text-sm text-ok">
          {saved && <Trans>Saved. Everybody sees it now.</Trans>}
        </p>
      </div>
    </form>
  );
}

/** Where it is the only one, its title stands above it already. */
function Part({ title, children }: { title: string | false; children: ReactNode }) {
  const fields = <div className="grid grid-cols-[minmax(0,1fr)] gap-4">{children}</div>;
  return title ? <Section title={title}>{fields}</Section> : fields;
}
