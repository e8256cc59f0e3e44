import type { ComponentProps, MouseEvent } from "react";
import { useLocation, useNavigate } from "./router.tsx";

type LinkProps = Omit<ComponentProps<"a">, "href"> & { to: string };

/** A link within the site: opened here, unless the reader asks for a new tab or window. */
export function Link({ to, onClick, children, ...rest }: LinkProps) {
  const go = useNavigate();
  const { pathname, search } = useLocation();
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || event.button !== 0 || elsewhere || rest.target) return;
    event.preventDefault();
    go(to, { replace: to === pathname + search });
  }
  return (
    <a {...rest} href={to} onClick={follow}>
      {children}
    </a>
  );
}

type NavLinkProps = Omit<LinkProps, "className"> & {
  /** Current only at this very path, not below it. */
  end?: boolean;
  className: string | ((state: { isActive: boolean }) => string);
};

/** A link that knows whether it leads to where the reader is. */
export function NavLink({ to, end = false, className, ...rest }: NavLinkProps) {
  const { pathname } = useLocation();
  const isActive = pathname === to || (!end && pathname.startsWith(`${to}/`));
  return (
    <Link
      {...rest}
      to={to}
      aria-current={isActive ? "page" : undefined}
      className={typeof className === "string" ? className : className({ isActive })}
    />
  );
}
