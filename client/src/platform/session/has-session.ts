/** Whether the cookie still stands for somebody. Rejects when the server can't be reached. */
export async function hasSession(): Promise<boolean> {
  const answer = await fetch("/api/auth/get-session", { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`The session could not be asked for: ${answer.status}`);
  return (await answer.json()) !== null;
}
