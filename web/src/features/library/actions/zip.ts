import { plural } from '@lingui/core/macro';
import { problemOf } from '@/api/problem';
import type { DownloadAssetsRequest } from '@/api/types';
import { showToast } from '@/ui/toast';
import { filterOf } from '../search/filters';
import { batchesOf } from './actions';
import type { Target } from './targets';

/** Downloads originals as a ZIP, or as several if there are more than one request can name. */
export function downloadZip(target: Target): void {
  if (target.kind === 'filter') {
    send({ filter: filterOf(target.filters, target.group), except: [...target.except] });
    return;
  }
  const parts = batchesOf(target.ids);
  const count = parts.length;
  if (count > 1)
    showToast(plural(count, { one: 'Downloading # ZIP file', other: 'Downloading # ZIP files' }));
  for (const assetIds of parts) send({ assetIds });
}

/** Submits a form into a hidden frame: the browser saves the file, and a refusal can be read from the frame. */
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
  // Only a refusal loads into the frame; a download never does. The frame's first, empty page is skipped.
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
