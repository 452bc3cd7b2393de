import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Kbd, Modal } from '@mantine/core';
import classes from './KeyboardHelp.module.css';

const key = {
  shift: msg({ message: 'Shift', context: 'key' }),
  home: msg({ message: 'Home', context: 'key' }),
  end: msg({ message: 'End', context: 'key' }),
  enter: msg({ message: 'Enter', context: 'key' }),
  space: msg({ message: 'Space', context: 'key' }),
  delete: msg({ message: 'Delete', context: 'key' }),
  escape: msg({ message: 'Esc', context: 'key' }),
};
const command = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : msg({ message: 'Ctrl', context: 'key' });

/** Symbols are the same on every keyboard, so they are plain strings; named keys are labelled differently, so they are translated. */
type Key = string | MessageDescriptor;

const parts: [title: MessageDescriptor, lines: [keys: Key[], what: MessageDescriptor][]][] = [
  [
    msg`Anywhere`,
    [
      [[command, 'K'], msg`Command palette`],
      [['?'], msg`Keyboard shortcuts`],
      [['n'], msg`New post`],
      [['/'], msg`Search by name or label`],
      [[key.escape], msg`Close or clear selection`],
      [['F6'], msg`Go to notifications and back`],
    ],
  ],
  [
    msg`In the grid`,
    [
      [['←', '→', '↑', '↓'], msg`Move between items`],
      [[key.home], msg`Jump to newest`],
      [[key.end], msg`Jump to oldest`],
      [[key.enter], msg`Open details`],
      [[key.space], msg`Full screen`],
    ],
  ],
  [
    msg`Selecting`,
    [
      [['x'], msg`Select or deselect`],
      [[key.shift, '→'], msg`Extend selection`],
      [[command, 'A'], msg`Select all results`],
    ],
  ],
  [
    msg`On a file or the selection`,
    [
      [['s'], msg({ message: 'Star', context: 'verb' })],
      [['l'], msg`Labels`],
      [['p'], msg`Create post`],
      [[key.delete], msg`Move to trash`],
    ],
  ],
  [
    msg`On a post in the calendar`,
    [
      [[key.enter], msg`Open post`],
      [['m'], msg`Reschedule`],
      [['Alt', '→'], msg`Move by a day`],
      [['Alt', '↓'], msg`Move by half an hour, in the month by a week`],
    ],
  ],
  [
    msg`In the composer`,
    [
      [['←', '→'], msg`Next or previous file`],
      [[key.shift, '→'], msg`Reorder`],
      [[key.delete], msg`Remove`],
    ],
  ],
  [
    msg`In details and full screen`,
    [
      [['←', '→'], msg`Previous or next`],
      [['i'], msg`From full screen to details`],
      [[key.space], msg`Play or pause; from details to full screen`],
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
                    {keys.map((key) => {
                      const name = typeof key === 'string' ? key : t(key);
                      return <Kbd key={name}>{name}</Kbd>;
                    })}
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
