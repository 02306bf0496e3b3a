import { createRoot } from 'react-dom/client';
import '@fontsource-variable/noto-sans-sc';
import 'antd/dist/reset.css';
import { App } from './app/App.js';
import { startI18n } from './i18n/index.js';

// After an upgrade the parts of the page that is open are gone from the server. What was typed is in a draft.
window.addEventListener('vite:preloadError', () => window.location.reload());

startI18n();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
