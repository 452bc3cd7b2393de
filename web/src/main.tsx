import '@fontsource-variable/inter/wght.css';
import './app/mantine.css';
import './app/base.css';
// Library, calendar and composer share these; separate files would cost another request.
import '@/core/assets/BadgeMark.module.css';
import '@/core/labels/labels.module.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './api/problem';
import { loadRefusalWords, takeRefusalWordsFrom } from './api/words';
import { App } from './app/App';
import { language } from './lib/locale';
import { speak } from './lib/words';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root.');
const root = createRoot(element, {
  // The page reports what the server refuses; the console is for our own bugs.
  onCaughtError: (error) => {
    if (!(error instanceof Problem)) console.error(error);
  },
});
takeRefusalWordsFrom(async () => (await import('@/core/refusals/words')).words);
// The text about a lost connection must be loaded before the connection is lost.
setTimeout(() => void loadRefusalWords(), 3000);
void speak(language()).then(
  () =>
    root.render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  () => dispatchEvent(new Event('magpie:failed')),
);
