import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Kbd, Modal } from '@mantine/core';
import classes from './KeyboardHelp.module.css';

const command = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

const parts: [title: MessageDescriptor, lines: [keys: string[], what: MessageDescriptor][]][] = [
  [
    msg`Anywhere`,
    [
      [[command, 'K'], msg`Command palette`],
      [['?'], msg`Keyboard shortcuts`],
      [['n'], msg`New post`],
      [['/'], msg`Search by name or label`],
      [['Esc'], msg`Close or clear selection`],
      [['F6'], msg`Go to notifications and back`],
    ],
  ],
  [
    msg`In the grid`,
    [
      [['←', '→', '↑', '↓'], msg`Move between items`],
      [['Home'], msg`Jump to newest`],
      [['End'], msg`Jump to oldest`],
      [['Enter'], msg`Open details`],
      [['Space'], msg`Full screen`],
    ],
  ],
  [
    msg`Selecting`,
    [
      [['x'], msg`Select or deselect`],
      [['Shift', '→'], msg`Extend selection`],
      [[command, 'A'], msg`Select all results`],
    ],
  ],
  [
    msg`On a file or the selection`,
    [
      [['s'], msg({ message: 'Star', context: 'verb' })],
      [['l'], msg`Labels`],
      [['p'], msg`Create post`],
      [['Delete'], msg`Move to trash`],
    ],
  ],
  [
    msg`On a post in the calendar`,
    [
      [['Enter'], msg`Open post`],
      [['m'], msg`Reschedule`],
      [['Alt', '→'], msg`Move by a day`],
      [['Alt', '↓'], msg`Move by half an hour, in the month by a week`],
    ],
  ],
  [
    msg`In the composer`,
    [
      [['←', '→'], msg`Next or previous file`],
      [['Shift', '→'], msg`Reorder`],
      [['Delete'], msg`Remove`],
    ],
  ],
  [
    msg`In details and full screen`,
    [
      [['←', '→'], msg`Previous or next`],
      [['i'], msg`From full screen to details`],
      [['Space'], msg`Play or pause; from details to full screen`],
    ],
  ],
];

export default function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Modal opened onClose={onClose} size={640} title={t`Keyboard shortcuts`}>
      <div className={classes.parts}>
        {parts.map(([title, lines]) => (
          <section key={title.id}>
            <h3>{t(title)}</h3>
            <dl>
              {lines.map(([keys, what]) => (
                <div key={what.id}>
                  <dt>{t(what)}</dt>
                  <dd>
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
