import { Banner } from "./Banner.tsx";

/** What stood in the way, above the form that it belongs to. */
export function Problems({ of }: { of: readonly { message: string }[] }) {
  if (of.length === 0) return null;
  return (
    <Banner tone="wrong">
      {of.map((one, at) => (
        <p key={at}>{one.message}</p>
      ))}
    </Banner>
  );
}
