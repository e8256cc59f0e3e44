import { Avatar } from "../../../ui/Avatar.tsx";

interface Props {
  id: string;
  name: string;
  photo?: { small: string; large: string } | null | undefined;
  size?: "m" | "l";
}

const sizes = { m: "size-10", l: "size-16" };

/** A person's picture, or their initials. The name stands beside it, so it is not read out. */
export function Portrait({ id, name, photo, size = "m" }: Props) {
  if (!photo) return <Avatar id={id} name={name} size={size} />;
  return (
    <img
      src={size === "l" ? photo.large : photo.small}
      alt=""
      loading="lazy"
      decoding="async"
      className={`flex-none rounded-full bg-sunk object-cover ${sizes[size]}`}
    />
  );
}
