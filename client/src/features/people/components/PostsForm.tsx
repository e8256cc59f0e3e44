import { Trans, useLingui } from "@lingui/react/macro";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { newKey } from "../../../platform/outbox/new-key.ts";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { useProfileForm } from "../hooks/useProfileForm.ts";
import type { FormProps } from "./ProfileForms.tsx";
import { SectionForm, Told } from "./SectionForm.tsx";

interface Row {
  key: string;
  id: string | null;
  title: string;
  employer: string;
  startsOn: string;
  endsOn: string;
}

/** Posts over time, saved as one list. */
export function PostsForm({ person, audienceOf }: FormProps) {
  const { t } = useLingui();
  const [rows, setRows] = useState<readonly Row[]>(() =>
    person.posts.map(({ id, title, employer, startsOn, endsOn }) => ({
      key: id,
      id,
      title,
      employer,
      startsOn,
      endsOn: endsOn ?? "",
    })),
  );
  const [audience, setAudience] = useState(() => audienceOf("POSTS"));
  const { save, busy, of, besides } = useProfileForm();
  const set = (key: string, part: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const names = ["title", "employer", "startsOn", "endsOn"];
  const shown = rows.flatMap((_, at) => names.map((name) => `posts.${at}.${name}`));
  const add = () =>
    setRows([
      { key: newKey(), id: null, title: "", employer: "", startsOn: "", endsOn: "" },
      ...rows,
    ]);
  const submit = () =>
    void save(
      {
        posts: rows.map(({ id, title, employer, startsOn, endsOn }) => ({
          id,
          title,
          employer,
          startsOn,
          endsOn: endsOn || null,
        })),
      },
      { POSTS: audience },
    );
  return (
    <SectionForm title={t`Your posts`} busy={busy} problems={besides(...shown)} onSave={submit}>
      <Told what={t`Posts`} audience={audience} onChange={setAudience}>
        <div>
          <Button onClick={add}>
            <Trans>Add a post</Trans>
          </Button>
        </div>
      </Told>
      <ul className="grid gap-4">
        {rows.map((row, at) => (
          <li key={row.key} className="grid gap-3 rounded-lg border border-line p-3">
            <div className="grid gap-3 sm:grid-cols-2">
              <TextField
                label={t`Title`}
                required
                error={of(`posts.${at}.title`)}
                value={row.title}
                onChange={(event) => set(row.key, { title: event.target.value })}
              />
              <TextField
                label={t`Employer`}
                required
                error={of(`posts.${at}.employer`)}
                value={row.employer}
                onChange={(event) => set(row.key, { employer: event.target.value })}
              />
              <TextField
                label={t`From`}
                type="date"
                required
                error={of(`posts.${at}.startsOn`)}
                value={row.startsOn}
                onChange={(event) => set(row.key, { startsOn: event.target.value })}
              />
              <TextField
                label={t`To`}
                hint={t`Empty while it lasts.`}
                type="date"
                error={of(`posts.${at}.endsOn`)}
                value={row.endsOn}
                onChange={(event) => set(row.key, { endsOn: event.target.value })}
              />
            </div>
            <div>
              <Button onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}>
                <Trash2 aria-hidden="true" className="size-4" />
                <Trans>Remove this post</Trans>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </SectionForm>
  );
}
