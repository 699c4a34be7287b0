import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import type { Bridge } from '#contract/ipc.ts';
import { ApiProvider, useAsk, useDoor } from '../api/api.tsx';
import { RefusedError } from '../api/client.ts';
import { UnlinkedError } from '../api/link.ts';
import { KeysProvider } from '../keys/keys.tsx';
import { createI18n } from '../messages/i18n.ts';
import { AnnouncerProvider } from '../ui/announcer.tsx';
import { theme } from '../ui/theme.ts';
import { DeskProvider } from './desk.tsx';
import { LinkLost } from './link-lost.tsx';
import { NavigationProvider } from './navigation.tsx';
import { Workspace } from './workspace.tsx';

export function App({ bridge }: { readonly bridge: Bridge }): ReactNode {
  const i18n = useMemo(() => createI18n('fr'), []);
  const client = useMemo(() => createQueryClient(), []);
  return (
    // The colours are in tokens.css: no style element is written, so the content policy needs no exception.
    <MantineProvider
      theme={theme}
      withCssVariables={false}
      withStaticClasses={false}
      withGlobalClasses={false}
      forceColorScheme="light"
    >
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={client}>
          <ApiProvider bridge={bridge}>
            <KeysProvider>
              <NavigationProvider>
                <AnnouncerProvider>
                  <Desk />
                </AnnouncerProvider>
              </NavigationProvider>
            </KeysProvider>
          </ApiProvider>
        </QueryClientProvider>
      </I18nextProvider>
    </MantineProvider>
  );
}

function Desk(): ReactNode {
  const { link } = useDoor();
  const { i18n } = useTranslation();
  const asked = useAsk('deskState', {}, { pollMs: link === 'unreachable' ? 2_000 : 30_000 });
  const language = asked.data?.language;
  useEffect(() => {
    if (!language) return;
    document.documentElement.lang = language;
    void i18n.changeLanguage(language);
  }, [language, i18n]);
  if (link === 'unlinked') return <LinkLost state="unlinked" />;
  if (!asked.data) return <LinkLost state={asked.isError ? 'unreachable' : 'linked'} />;
  return (
    <DeskProvider desk={asked.data}>
      <Workspace unreachable={link === 'unreachable'} />
    </DeskProvider>
  );
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Main says what changed; nothing grows old by itself and nothing is asked again for a mere glance.
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        retry: (count, error) =>
          !(error instanceof RefusedError) && !(error instanceof UnlinkedError) && count < 2,
        retryDelay: 400,
      },
    },
  });
}
