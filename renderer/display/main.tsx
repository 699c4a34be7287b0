import '@fontsource-variable/inter/index.css';
import '../ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { openBridge } from '../api/bridge.ts';
import { Display } from './display.tsx';

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Display bridge={openBridge()} />);
