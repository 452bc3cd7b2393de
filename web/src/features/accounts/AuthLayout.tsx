import type { FormEvent, ReactNode } from 'react';
import { Main } from '@/ui/Main';
import { Mark } from '@/ui/Mark';
import classes from './AuthLayout.module.css';

interface Props {
  title: string;
  intro: string;
  children: ReactNode;
  foot: string;
  onSubmit: () => void;
}

/** The layout of the pages for signing in and setting up: a form on the left, a pattern of tiles on the right. */
export function AuthLayout({ title, intro, children, foot, onSubmit }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <div className={classes.page}>
      <div className={classes.side}>
        <header className={classes.brand}>
          <Mark size={30} />
          {/* untranslated: it is a name */}
          Magpie
        </header>
        <Main>
          <form className={classes.form} onSubmit={submit} noValidate>
            <h1 className={classes.title}>{title}</h1>
            <p className={classes.intro}>{intro}</p>
            {children}
          </form>
        </Main>
        <footer className={classes.foot}>{foot}</footer>
      </div>
      <div className={classes.art} aria-hidden="true">
        {tiles.map((tile) => (
          <i key={`${tile.row}-${tile.column}`} style={{ gridArea: tile.area, background: tile.colour }} />
        ))}
      </div>
    </div>
  );
}

const colours = Array.from({ length: 10 }, (_, index) => `var(--mosaic-${index + 1})`);

/** A fixed pattern of squares, so that it looks the same on every visit. */
const tiles = layTiles();

function layTiles() {
  const wide = new Set(['1-2', '3-4', '4-1']);
  const taken = new Set<string>();
  const laid: { row: number; column: number; area: string; colour: string }[] = [];
  let seed = 11;
  for (let row = 1; row <= 6; row++) {
    for (let column = 1; column <= 6; column++) {
      if (taken.has(`${row}-${column}`)) continue;
      const span = wide.has(`${row}-${column}`) ? 2 : 1;
      for (let y = 0; y < span; y++) for (let x = 0; x < span; x++) taken.add(`${row + y}-${column + x}`);
      seed = (seed * 73 + 41) % 997;
      const colour = colours[seed % colours.length] ?? '';
      laid.push({ row, column, area: `${row} / ${column} / span ${span} / span ${span}`, colour });
    }
  }
  return laid;
}
