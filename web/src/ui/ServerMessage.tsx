/** A message from the server. A file name in it is between asterisks and is shown in italics. */
export function ServerMessage({ children }: { children: string }) {
  const found = /^(.*?)\*(.+)\*(.*)$/s.exec(children);
  if (found === null) return children;
  return (
    <>
      {found[1]}
      <em dir="auto">{found[2]}</em>
      {found[3]}
    </>
  );
}
