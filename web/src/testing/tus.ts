import type { FakeServer } from './server';
import { anId } from './things';

export interface Received {
  id: string;
  name: string;
  length: number;
  offset: number;
}

const always = { 'Tus-Resumable': '1.0.0' };

/** Makes the server accept uploads by tus 1.0.0. Returns what it has of each file, as that grows. */
export function takeUploads(server: FakeServer): Received[] {
  const uploads: Received[] = [];
  const find = (id: string) => uploads.find((one) => one.id === id);
  const none = { status: 404, body: { type: 'urn:magpie:not-found', status: 404 } } as const;

  server.on('post', '/api/uploads', ({ headers, bytes }) => {
    const upload = begun(headers, bytes);
    uploads.push(upload);
    return { status: 201, headers: { ...standing(upload), Location: `/api/uploads/${upload.id}` } };
  });
  server.on('head', '/api/uploads/{uploadId}', ({ path }) => {
    const upload = find(path.uploadId);
    if (!upload) return none;
    return { status: 200, headers: { ...standing(upload), 'Upload-Length': String(upload.length) } };
  });
  server.on('patch', '/api/uploads/{uploadId}', ({ path, headers, bytes }) => {
    const upload = find(path.uploadId);
    if (!upload) return none;
    if (Number(headers.get('Upload-Offset')) !== upload.offset)
      return { status: 409, body: { type: 'urn:magpie:upload-offset', status: 409 } };
    upload.offset += bytes;
    return { status: 204, headers: standing(upload) };
  });
  server.on('delete', '/api/uploads/{uploadId}', ({ path }) => {
    const at = uploads.findIndex(({ id }) => id === path.uploadId);
    if (at < 0) return none;
    uploads.splice(at, 1);
    return { status: 204, headers: always };
  });
  return uploads;
}

export function begun(headers: Headers, bytes: number): Received {
  return { id: anId(), name: nameIn(headers), length: Number(headers.get('Upload-Length')), offset: bytes };
}

/** The server's headers for an upload; at its end they name the asset it became. */
export function standing({ id, offset, length }: Received, duplicateOf?: string): Record<string, string> {
  return {
    ...always,
    'Upload-Offset': String(offset),
    ...(offset === length && { 'Magpie-Asset': `/api/assets/${id}` }),
    ...(duplicateOf && { 'Magpie-Duplicate-Of': `/api/assets/${duplicateOf}` }),
  };
}

export function nameIn(headers: Headers): string {
  const [, encoded = ''] = /filename ([^,]+)/.exec(headers.get('Upload-Metadata') ?? '') ?? [];
  return atob(encoded);
}

export function aFile(name: string, bytes = 1000): File {
  return new File([new Uint8Array(bytes)], name, { type: 'image/jpeg', lastModified: 1 });
}
