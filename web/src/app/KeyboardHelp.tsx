import { Kbd, Modal } from '@mantine/core';
import classes from './KeyboardHelp.module.css';

const command = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

const parts: [title: string, lines: [keys: string[], what: string][]][] = [
  [
    'Anywhere',
    [
      [[command, 'K'], 'Command palette'],
      [['?'], 'This list'],
      [['n'], 'New post'],
      [['/'], 'Search by name or label'],
      [['Esc'], 'Close, or let go of the selection'],
      [['F6'], 'Go to a notification, and back'],
    ],
  ],
  [
    'In the grid',
    [
      [['←', '→', '↑', '↓'], 'Go from tile to tile'],
      [['Home'], 'To the newest'],
      [['End'], 'To the oldest'],
      [['Enter'], 'Open the details'],
      [['Space'], 'Full screen'],
    ],
  ],
  [
    'Selecting',
    [
      [['x'], 'Select, or let go of, the tile'],
      [['Shift', '→'], 'Select along the way'],
      [[command, 'A'], 'Select everything that is found'],
    ],
  ],
  [
    'On an asset or the selection',
    [
      [['s'], 'Star'],
      [['l'], 'Labels'],
      [['p'], 'Make a post'],
      [['Delete'], 'Move to the trash'],
    ],
  ],
  [
    'On a post of the calendar',
    [
      [['Enter'], 'Open it'],
      [['m'], 'Give it another day and time'],
      [['Alt', '→'], 'Move it by a day'],
      [['Alt', '↓'], 'By half an hour; by a week in a month'],
    ],
  ],
  [
    'In the composer',
    [
      [['←', '→'], 'From one of the media to the next'],
      [['Shift', '→'], 'Move it in the order'],
      [['Delete'], 'Take it out'],
    ],
  ],
  [
    'In the details and full screen',
    [
      [['←', '→'], 'Previous and next'],
      [['i'], 'From full screen to the details'],
      [['Space'], 'Play or pause; from the details to full screen'],
    ],
  ],
];

export default function KeyboardHelp({ onClose }: { onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} size={640} title="Keyboard shortcuts">
      <div className={classes.parts}>
        {parts.map(([title, lines]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {lines.map(([keys, what]) => (
                <div key={what}>
                  <dt>{what}</dt>
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
