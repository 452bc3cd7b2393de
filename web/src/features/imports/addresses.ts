import { t } from '@lingui/core/macro';

/** The addresses in a text, separated by line breaks or spaces, each once. */
export function addressesIn(text: string): string[] {
  return [...new Set(text.split(/\s+/).filter((part) => part !== ''))];
}

/** Why a text cannot be an address to import from, judged by the text alone; null if it can. */
export function faultOf(address: string): string | null {
  const shown = shortened(address);
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !address.includes('://'))
    return t`*${shown}* isn’t a link. Paste a full one that starts with https://.`;
  if (url.protocol !== 'https:') return t`*${shown}* can’t be imported. The link must start with https://.`;
  if (url.username || url.password)
    return t`*${shown}* can’t be imported. The link must not contain a sign-in.`;
  return null;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
