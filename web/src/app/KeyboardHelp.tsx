import { Kbd, Modal } from '@mantine/core';
import classes from './KeyboardHelp.module.css';

const command = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

const parts: [title: string, lines: [keys: string[], what: string][]][] = [
  [
    'Anywhere',
    [
      [[command, 'K'], 'Command palette'],
      [['?'], 'This list'],
      [['/'], 'Search by name or label'],
      [['Esc'], 'Close, or let go of the selection'],
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
      [['Delete'], 'Move to the trash'],
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
