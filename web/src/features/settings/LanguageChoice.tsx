import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useSession } from '@/core/session/session';
import { closest, languageOf, languages } from '@/lib/locale';
import { useChooseLanguage } from './queries';
import classes from './SettingsPage.module.css';

/** The browser's preference; a Select has no null. */
const byBrowser = '';

export function LanguageChoice() {
  const { t } = useLingui();
  const { language } = useSession().user;
  const choose = useChooseLanguage();
  const preferred = languageOf(null).name;
  const chosen = language === null ? undefined : closest(language);
  return (
    <section className={classes.section} aria-labelledby="language">
      <h2 id="language">
        <Trans>Language</Trans>
      </h2>
      <Select
        aria-labelledby="language"
        allowDeselect={false}
        value={chosen?.code ?? byBrowser}
        onChange={(value) => choose.mutate(value || null)}
        data={[
          { value: byBrowser, label: t`Browser language (${preferred})` },
          ...languages.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        renderOption={({ option }) => (
          <span lang={option.value || undefined} dir="auto">
            {option.label}
          </span>
        )}
        w={280}
        maw="100%"
      />
    </section>
  );
}
