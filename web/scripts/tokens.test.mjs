import { expect, test } from 'vitest';
import { faultsIn } from './tokens.mjs';

const css = (declarations) => [['ui/a.module.css', `.a {\n  ${declarations}\n}\n`]];
const tsx = (line) => [['ui/A.tsx', `${line}\n`]];

/** What is wrong, the rule that refuses it, and an example. */
const refused = [
  ['a margin on a side', 'direction', css('margin-left: auto;')],
  ['a border on a side', 'direction', css('border-right: 1px solid var(--line);')],
  ['a corner', 'direction', css('border-top-left-radius: 0;')],
  ['a place from the left', 'direction', css('left: 0;')],
  ['words on the left', 'direction', css('text-align: left;')],
  ['something that floats', 'direction', css('float: right;')],
  ['a side that differs from the other one', 'direction', css('padding: 0 9px 0 20px;')],
  ['an inset whose sides differ', 'direction', css('inset: 0 auto 0 calc(1px + var(--bar));')],
  ['corners that differ', 'direction', css('border-radius: var(--radius-lg) 0 0 var(--radius-lg);')],
  ['a move across', 'direction', css('transform: translateX(24px);')],
  ['a move across and down', 'direction', css('transform: translate(4px, -50%);')],
  ['something mirrored', 'direction', css('transform: scaleX(-1);')],
  ['something mirrored by its scale', 'direction', css('scale: -1 1;')],
  ['a colour as hex', 'colour', css('color: #fff;')],
  ['a colour as numbers', 'colour', css('box-shadow: 0 0 3px\n    rgb(0 0 0 / 65%);')],
  ['a colour by name', 'colour', css('border: 1px solid darkred;')],
  ['two colours', 'colour', css('--state: light-dark(var(--ink), var(--ground));')],
  ['a size of letters', 'size', css('font-size: 13.5px;')],
  ['a size within font', 'size', css('font: 600 13px/1.4 sans-serif;')],
  ['a radius', 'radius', css('border-radius: 7px;')],
  ['a round radius', 'radius', css('border-start-start-radius: 50%;')],
  ['a layer', 'layer', css('z-index: 10;')],
  ['the last declaration, without a semicolon', 'layer', [['ui/a.css', '.a { z-index: 10 }']]],
  [
    'a declaration within a condition',
    'layer',
    [['ui/a.css', '@media print {\n  .a {\n    z-index: 2;\n  }\n}\n']],
  ],
  ['another reason than that of the rule', 'layer', css('z-index: 2; /* allow colour: it was always so */')],
  ['leave without a reason', 'layer', css('z-index: 2; /* allow layer: so */')],
  ['a side in a style', 'direction', tsx('<i style={{ marginLeft: 4 }} />')],
  ['a place from the left in a style', 'direction', tsx('<i style={{ left: at }} />')],
  ["one of Mantine's sides", 'direction', tsx('<Kbd size="xs" mr={6}>')],
  ['words on the right', 'direction', tsx('<Text ta="right">')],
  ['a colour in a script', 'colour', tsx("const wing = '#0b7285';")],
  ['a colour of Mantine', 'colour', tsx('<Text c="rgb(0 0 0)">')],
  ['a size in a style', 'size', tsx('<i style={{ fontSize: 12 }} />')],
  ['a radius in a style', 'radius', tsx("<i style={{ borderRadius: '50%' }} />")],
  ["one of Mantine's radii", 'radius', tsx('<Menu radius={10}>')],
  ['the direction of a field of Mantine', 'direction', tsx('<TextInput\n  label={name}\n  dir="auto"\n/>')],
  ['a layer in a script', 'layer', tsx('<Modal zIndex={400}>')],
];

test.each(refused)('%s is refused', (_, rule, files) => {
  expect(faultsIn(files)).toEqual([expect.stringMatching(new RegExp(`:\\d+: ${rule}: `))]);
});

const accepted = [
  ['where lines start and end', css('margin-inline: 4px 0;\n  inset-inline-end: 0;\n  text-align: end;')],
  ['sides that are alike', css('padding: 4px 8px 2px;\n  margin: 1px 2px 3px 2px;')],
  ['a move down', css('transform: translateY(-8px);')],
  ['a move to the middle', css('transform: translate(-50%, -50%);')],
  ['a move that asks which way', css('transform: translateX(calc(24px * var(--forward)));')],
  ['tokens', css('z-index: var(--layer-nav);\n  font-size: var(--text-md);\n  color: var(--ink);')],
  ['a radius around a token', css('border-radius: calc(var(--radius-lg) + 6px);')],
  ['no radius, and the same letters', css('border-radius: 0;\n  font: inherit;')],
  ['a mixture of tokens', css('background: color-mix(in srgb, var(--accent) 8%, transparent);')],
  [
    'a word that is a colour elsewhere',
    [['ui/a.css', '.a[data-badge="red"] {\n  white-space: nowrap;\n}\n']],
  ],
  ['what a comment says', css('/* left: 0; color: red; */\n  color: var(--ink);')],
  ['the tokens themselves', [['app/tokens.css', ':root {\n  --ink: #1e1e22;\n}\n']]],
  ['a reason on the line', css('left: 0; /* allow direction: a crop counts from the left */')],
  ['a reason above', css('/* allow colour: the network has it so */\n  color: #1877f2;')],
  [
    'a reason above, in a script',
    tsx('// allow direction: a pointer is in the window\nconst at = { left: x };'),
  ],
  [
    'the direction of what is in a field',
    tsx('<Select\n  label={() => (\n    <span\n      dir="auto"\n    />\n  )}\n/>'),
  ],
  ['the type of a place', tsx('const startOf = ({ left }: { left: number; width: number }) => left;')],
];

test.each(accepted)('%s: nothing is wrong with it', (_, files) => {
  expect(faultsIn(files)).toEqual([]);
});

test('The line is told, and what to write instead', () => {
  expect(faultsIn([['ui/a.css', '.a {\n  top: 0;\n\n  left: 0;\n}\n']])).toEqual([
    'ui/a.css:4: direction: left: 0; say where lines start or end: …-inline-start, …-inline-end, start, end',
  ]);
});
