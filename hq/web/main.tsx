import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import './page.css';
import { MantineProvider, createTheme } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const theme = createTheme({
  fontFamily: "'Inter Variable', Inter, system-ui, sans-serif",
  primaryColor: 'teal',
  defaultRadius: 10,
  cursorType: 'pointer',
  respectReducedMotion: true,
});
const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 10_000, retry: 1 } } });
const root = document.querySelector('#root');
if (root)
  createRoot(root).render(
    <MantineProvider theme={theme} forceColorScheme="light">
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </MantineProvider>,
  );
