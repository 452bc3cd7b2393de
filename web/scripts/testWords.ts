import { i18n } from '@lingui/core';

// Tests read the English of the sources: without catalogs, what is said stands in the code.
i18n.loadAndActivate({ locale: 'en', messages: {} });
