import '@fontsource-variable/inter/wght.css';
import './app/mantine.css';
import './app/base.css';
// Library, calendar and composer share these; in a file of their own they would be a request more.
import '@/core/assets/BadgeMark.module.css';
import '@/core/labels/labels.module.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './api/problem';
import { loadRefusalWords, takeRefusalWordsFrom } from './api/words';
import { App } from './app/App';
import { showFailure } from './first/failure';
import { language } from './lib/locale';
import { speak } from './lib/words';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root.');
const root = createRoot(element, {
  // What the server refuses is said on the page; the console is for faults of ours.
  onCaughtError: (error) => {
    if (!(error instanceof Problem)) console.error(error);
  },
});
takeRefusalWordsFrom(async () => (await import('@/core/refusals/words')).words);
// What is said of a lost connection must be here before it is lost.
setTimeout(() => void loadRefusalWords(), 3000);
void speak(language()).then(
  () =>
    root.render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  showFailure,
);
