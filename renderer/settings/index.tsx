import { Info, KeyRound, Store, SunMedium } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNavigation } from '../app/navigation.tsx';
import { PartsScreen } from '../app/parts-screen.tsx';
import { useWords } from '../messages/use-words.ts';
import { AboutPart } from './about-part.tsx';
import { PasswordPart } from './password-part.tsx';
import { ScreenPart } from './screen-part.tsx';
import { TillsPart } from './tills-part.tsx';

const parts = [
  { id: 'screen', icon: SunMedium, role: 'trainee', body: ScreenPart },
  { id: 'password', icon: KeyRound, role: 'trainee', body: PasswordPart },
  { id: 'tills', icon: Store, role: 'admin', body: TillsPart },
  { id: 'about', icon: Info, role: 'seller', body: AboutPart },
] as const;

export function SettingsScreen(): ReactNode {
  const { t } = useWords();
  const { place } = useNavigation();
  return (
    <PartsScreen
      title={t('settings.title')}
      asked={place.at === 'settings' ? (place.part ?? null) : null}
      parts={parts.map((part) => ({ ...part, name: t(`settings.parts.${part.id}`) }))}
    />
  );
}
