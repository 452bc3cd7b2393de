// Who works at once: three who upload, two who write, one who deletes, one who plans, one who imports.

import { edit } from './editing.mjs';
import { fetchByAddress } from './importing.mjs';
import { plan } from './planning.mjs';
import { remove } from './removing.mjs';
import { upload } from './uploading.mjs';

export const everybody = [upload, upload, upload, edit, edit, remove, plan, fetchByAddress];
