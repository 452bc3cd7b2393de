import { t } from '@lingui/core/macro';

/** "640 × 640. Minimum for Instagram Reels: 720 × 1280." The place may be singular or plural, so it is never the subject of a verb. */
export function needs(required: boolean, actual: string, place: string, least: string): string {
  return required
    ? t`${actual}. Minimum for ${place}: ${least}.`
    : t`${actual}. Recommended for ${place}: at least ${least}.`;
}

/** "95 sec. Maximum for Instagram Reels: 90 sec." */
export function allows(required: boolean, actual: string, place: string, most: string): string {
  return required
    ? t`${actual}. Maximum for ${place}: ${most}.`
    : t`${actual}. Recommended for ${place}: at most ${most}.`;
}
