import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useSession } from '@/core/session/session';
import { languageOf, languages } from '@/lib/locale';
import { useChooseLanguage } from './queries';
import classes from './SettingsPage.module.css';

/** What the browser prefers; a Select knows no null. */
const byBrowser = '';

export function LanguageChoice() {
  const { t } = useLingui();
  const { language } = useSession().user;
  const choose = useChooseLanguage();
  const preferred = languageOf(null).name;
  const known = languages.some(({ code }) => code === language);
  return (
    <section className={classes.section} aria-labelledby="language">
      <h2 id="language">
        <Trans>Language</Trans>
      </h2>
      <Select
        aria-labelledby="language"
        allowDeselect={false}
        value={language !== null && known ? language : byBrowser}
        onChange={(value) => choose.mutate(value || null)}
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
