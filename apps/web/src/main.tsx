import { createRoot } from 'react-dom/client';
import '@fontsource-variable/noto-sans-sc';
import 'antd/dist/reset.css';
import { App } from './app/App.js';
import { startI18n } from './i18n/index.js';

startI18n();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
