import { problemOf } from '@/api/problem';
import type { DownloadAssetsRequest } from '@/api/types';
import { plural } from '@/lib/format';
import { showToast } from '@/ui/toast';
import { filterOf } from '../search/filters';
import { batchesOf } from './actions';
import type { Target } from './targets';

/** Originals as one ZIP, which the browser saves like any download; more named ones than one request takes make several. */
export function downloadZip(target: Target): void {
  if (target.kind === 'filter') {
    send({ filter: filterOf(target.filters, target.group), except: [...target.except] });
    return;
  }
  const parts = batchesOf(target.ids);
  if (parts.length > 1) showToast(`The download comes in ${plural(parts.length, 'part', 'parts')}.`);
  for (const assetIds of parts) send({ assetIds });
}

/** A form into a frame of its own: a file is saved, and a refusal stays off the page and can be read. */
function send(request: DownloadAssetsRequest): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.name = `zip-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/api/assets/zip';
  form.target = frame.name;
  form.hidden = true;
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'request';
  field.value = JSON.stringify(request);
  form.append(field);
  document.body.append(frame, form);
  // A download never loads into the frame; what does is a refusal. The empty page of the start is skipped.
  frame.addEventListener('load', () => {
    const document_ = frame.contentDocument;
    if (document_?.URL === 'about:blank') return;
    const { message } = problemOf(500, document_?.body.textContent ?? '');
    showToast(message, true);
    frame.remove();
  });
  form.submit();
  form.remove();
}
