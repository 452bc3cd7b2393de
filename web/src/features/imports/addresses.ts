/** The addresses in a text, one a line or parted by spaces, each once. */
export function addressesIn(text: string): string[] {
  return [...new Set(text.split(/\s+/).filter((part) => part !== ''))];
}

/** Why a text cannot be an address to import from, as far as the text alone tells; null when it can. */
export function faultOf(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !address.includes('://'))
    return `*${shortened(address)}* is not an address. Paste a whole one that begins with https://.`;
  if (url.protocol !== 'https:')
    return `*${shortened(address)}* can’t be imported. The address must begin with https://.`;
  if (url.username || url.password)
    return `*${shortened(address)}* can’t be imported. It must need no sign-in.`;
  return null;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
