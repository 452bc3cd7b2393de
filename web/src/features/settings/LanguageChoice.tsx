import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useState } from 'react';
import { languageOf, languages, rememberedLanguage } from '@/lib/locale';
import { chooseLanguage } from '@/lib/words';
import { tellMissing } from '@/ui/lazyPart';
import classes from './SettingsPage.module.css';

/** What the browser prefers; a Select knows no null. */
const byBrowser = '';

export function LanguageChoice() {
  const { t } = useLingui();
  const [choice, setChoice] = useState(rememberedLanguage);
  if (languages.length === 1) return null;
  const preferred = languageOf(null).name;
  const choose = (value: string | null) => {
    const next = value || null;
    setChoice(next);
    chooseLanguage(next).catch(tellMissing);
  };
  return (
    <section className={classes.section} aria-labelledby="language">
      <h2 id="language">
        <Trans>Language</Trans>
      </h2>
      <Select
        aria-labelledby="language"
        allowDeselect={false}
        value={choice ?? byBrowser}
        onChange={choose}
        data={[
          { value: byBrowser, label: t`Browser language (${preferred})` },
          ...languages.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        w={280}
        maw="100%"
      />
    </section>
  );
}
