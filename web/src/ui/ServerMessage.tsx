/** A sentence of the server; the name of a file in it stands between asterisks and is set in italics. */
export function ServerMessage({ children }: { children: string }) {
  const found = /^(.*?)\*(.+)\*(.*)$/s.exec(children);
  if (found === null) return children;
  return (
    <>
      {found[1]}
      <em>{found[2]}</em>
      {found[3]}
    </>
  );
}
