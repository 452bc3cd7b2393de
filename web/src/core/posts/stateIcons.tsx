import { IconAlertTriangle, IconBellRinging, IconCheck, IconClock, IconPencil } from '@tabler/icons-react';
import type { PostState } from '@/api/types';

export const stateIcons: Record<PostState, typeof IconCheck> = {
  draft: IconPencil,
  scheduled: IconClock,
  due: IconBellRinging,
  published: IconCheck,
  missed: IconAlertTriangle,
};
