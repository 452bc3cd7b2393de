import { i18n } from '@lingui/core';

// Tests read the English of the sources: without catalogs, the messages are in the code.
i18n.loadAndActivate({ locale: 'en', messages: {} });
