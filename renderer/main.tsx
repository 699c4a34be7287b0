import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.layer.css';
import './ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { openBridge } from './api/bridge.ts';
import { App } from './app/app.tsx';

const root = document.querySelector('#root');
if (root) createRoot(root).render(<App bridge={openBridge()} />);
