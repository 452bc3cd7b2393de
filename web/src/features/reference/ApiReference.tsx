import 'swagger-ui-dist/swagger-ui.css';
import { Trans } from '@lingui/react/macro';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import { Main } from '@/ui/Main';
import { Mark } from '@/ui/Mark';
import './ApiReference.css';

/** The API as the server describes it; whoever is signed in can try every call from the page. */
export function ApiReference() {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme();

  useEffect(() => {
    if (place.current === null || place.current.childElementCount > 0) return;
    SwaggerUI({
      domNode: place.current,
      url: '/openapi/v1.json',
      docExpansion: 'list',
      defaultModelsExpandDepth: -1,
      displayRequestDuration: true,
      validatorUrl: null,
    });
  }, []);

  // Swagger UI's own styles look for this class.
  useEffect(() => {
    document.documentElement.classList.toggle('dark-mode', scheme === 'dark');
    return () => document.documentElement.classList.remove('dark-mode');
  }, [scheme]);

  return (
    <div className="reference">
      <header className="reference-bar">
        <a href="/library" className="reference-home">
          <Mark size={26} />
          {/* untranslated: it is a name */}
          Magpie
        </a>
        <a href="/openapi/v1.json">
          <Trans>OpenAPI document</Trans>
        </a>
      </header>
      <Main ref={place} />
    </div>
  );
}
