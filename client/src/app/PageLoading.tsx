import { useLingui } from "@lingui/react/macro";
import { Skeleton } from "../ui/Skeleton.tsx";

export function PageLoading() {
  const { t } = useLingui();
  return (
    <div className="min-w-0 bg-surface p-6">
      <Skeleton label={t`Loading`} />
    </div>
  );
}
